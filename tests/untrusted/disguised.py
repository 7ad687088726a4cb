"""What would act in a page, and the ways to pass it off as code, as words, or as a part of a component."""

from __future__ import annotations

from tests.pages.drawn import PAGE, as_html

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.components import On
from guides_api.pages.expand import expand, mistakes
from guides_api.pages.headings import with_anchors
from guides_api.pages.links import resolved
from guides_api.pages.lists import with_lists
from guides_api.pages.terms import explained
from guides_api.pages.typography import typographic

ACTS = (
    "<script>alert(1)</script>",
    "<b onclick=alert(1)>a</b>",
    "<Script>alert(1)</Script>",
    "<IMG SRC=x ONERROR=alert(1)>",
    "<iframe src=https://evil.example></iframe>",
    "<meta http-equiv=refresh content=0>",
    "<!--><script>alert(1)</script>-->",
    "</div></article>",
    "<div>",
    "<a href=javascript:alert(1)>a</a>",
    "[a](javascript:alert(1))",
    "[a](<javascript:alert(1)>)",
    "[a](java&#115;cript:alert(1))",
    "[a]: javascript:alert(1)\n[a]",
    "![a](https://evil.example/a.png)",
    "![a][a]\n\n[a]: //evil.example/a.png",
    "*a*{ onclick=alert(1) }",
    "# a { onclick=alert(1) }",
    "[a](../index.md){ href=javascript:alert(1) }",
    "/// html | script\nalert(1)\n///",
    "/// html | b\n    attrs: {onclick: a}\n\na\n///",
    "<pre>",
    "<svg/onload=alert(1)>",
    "<img src=x onerror=alert(1)>",
    "<img src='&#104;ttps://evil.example/a.png' alt=a>",
    "<\u017fcript>alert(1)</\u017fcript>",
    "<style>*{}</style>",
    "<form action=https://evil.example><button>a</button></form>",
)
DISGUISES = (
    *("{}", "`{}`", "``{}`", "`{}``", "\\`{}`", "` {}", "{} `", "```\n{}\n```", "```\n{}", "~~~\n{}\n~~~", "    {}"),
    *("- {}", "- a\n\n    {}", "1. ```\n   {}\n   ```", "> {}", "> ```\n> {}", "> ```\n{}\n> ```", "<!-- {} -->"),
    *("<pre>{}</pre>", "<pre><code>{}</code></pre>", "<div>\n\n{}\n\n</div>", '<b title="`">{}`</b>', "[`]({}`)"),
    *("| a | b |\n|---|---|\n| `{} | ` |", "a[^1]\n\n[^1]: {}", "a\n: {}", "*[{}]: a", "<details>\n\n{}\n\n</details>"),
    *('<Callout title="a">\n\n{}\n\n</Callout>', "`<Callout>` {}", "<https://{}>", "[a](../index.md '{}')", "## {}\n"),
    *(
        "\t{}",
        "  \t{}",
        "```\n```{}",
        "``` {}\na\n```",
        "```\n\n{}\n\n    ```",
        "- ```\n{}\n- ```",
        "`\n\n{}`",
        "``` `{}`",
        "```\n```{}\n   ```",
        "```\n\n1. ```\n{}\n```",
    ),
    *("<pre>\n\n```\n</pre>\n{}\n```", "<b\n{}>", "<Fact id='{}' />", "{}\n===", "\\<b {}>", "&lt;b {}>"),
)


def drawn(text: str, catalogue: Catalogue) -> str | None:
    """Return what a page makes of a text, as the build does; None where its components can't be drawn."""
    on = On(catalogue, PAGE)
    if any(mistakes(text, on)):
        return None
    shown = expand(explained(with_lists(text), on), on)
    return as_html(typographic(with_anchors(resolved(shown, PAGE))))
