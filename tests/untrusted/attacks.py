"""What somebody who wishes the site ill could write: known ways, and whatever hypothesis thinks of."""

from __future__ import annotations

from hypothesis import strategies as st

HTML = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</title><script>alert(1)</script>",
    "<!-- x",
    "-->",
    "]]>",
    "<a href=//evil.example>x</a>",
    "<iframe srcdoc=x>",
    "<base href=https://evil.example>",
    "<form action=https://evil.example><input>",
    "</script><script>alert(1)</script>",
)
QUOTED = (
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    '" style="position:fixed',
    "&quot; onclick=&quot;alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x&#62;",
    "&amp;lt;b&amp;gt;",
    "&colon;&Tab;&NewLine;",
    "\\u003cscript\\u003e",
    "%3Cscript%3E",
)
MARKDOWN = (
    "[x](javascript:alert(1))",
    "](javascript:alert(1))",
    ") [x](https://evil.example)",
    "![](https://evil.example/p.png)",
    "![x][y]",
    "[x][y]",
    "[x]",
    "[^1]",
    "*a* **b** _c_ __d__ ***",
    "`code` ``",
    "~~s~~ ~t~ ^u^ ==m== $p$",
    "{ onclick=alert(1) }",
    "{: #id .class onclick=x }",
    "{#id}",
    "{{ 7*7 }} {% raw %} {# x #}",
    "a | b | c",
    "\\ \\\\ \\[",
    "https://evil.example/ www.evil.example mailto:a@evil.example",
    "javascript:alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "/// html | script ///",
    "- [x] [ ]",
    "*[HTML]: x",
    ":smile: :material-x:",
    "--8<-- file",
)
PATHS = ("../../etc/passwd", "..\\..\\x", "%2e%2e/%2e%2e/", "//evil.example/x", "c:\\x", "?x=1&y=2#z", "/etc/")
SHEETS = (
    "=cmd|'/c calc'!A1",
    "+1+1",
    "-2+3",
    "@SUM(1)",
    '=HYPERLINK("https://evil.example")',
    ";=1",
    '";=1',
    "\uff1d1+1",
)
BLOCKS = ("# t", "## t", "1. x", "> q", ": d", "---", "===", "```", "~~~", "///", "|", "+", "* x", "- x", "(a)")
LETTERS = ("İ ﬁ ß ŉ Ǆ", "日本語 مدينة", "e\u0301 \u0301", "😀 👨‍👩‍👧".replace("\u200d", ""), "½ ٣ ²", "«»„“”’…–—")
UNSEEN = (
    "a\nb",
    "\n# title\n",
    "\n\n/// html | script\n\n///\n",
    "\n[x]: javascript:alert(1)\n",
    "\n*[a]: b\n",
    "\n---\nx: y\n",
    "a\tb",
    "\r=1",
    "\x00",
    "\x07",
    "\x1b[31m",
    "\x7f",
    "\x85",
    "\u2028",
    "\u2029",
    "\u202e",
    "\u2066",
    "\u200b",
    "\u00ad",
    "\ufeff=1",
    "\ufff9",
    "\ue000",
    "\U000e0041",
    "\x02wzxhzdk:0\x03",
)
COMPONENTS = (
    "<Editors />",
    '<Callout title="x">',
    "</Callout>",
    "<details>",
    "<summary>x</summary>",
    "<Fact id='x' />",
)
MANY = ("a" * 200, "[" * 60, "(" * 60, "*" * 60, "_" * 60, "`" * 60, "&" * 60, '"' * 60, "{" * 60, "\\" * 60)

# Signs alone: what they open, and in what order a list puts them, is not told by letters.
OPENINGS = (
    *"=+-@\"'[](`{&\\*_%^.)\uff1d",
    *("# ", "* ", "- ", "> ", "| ", ": ", "~ ", "![", "{: ", "{{ ", "//", "/// ", "--- ", "**", "=\t"),
)
ALL = (*HTML, *QUOTED, *MARKDOWN, *PATHS, *SHEETS, *BLOCKS, *LETTERS, *UNSEEN, *COMPONENTS, *MANY)
IN_A_LINE = (*QUOTED, *MARKDOWN, *PATHS, *SHEETS, *BLOCKS, *LETTERS, *MANY)
IN_ADDRESSES = (
    *(")", "))", ")*a*", ")[x](javascript:alert(1))", ")![x](https://evil.example/p.png)", "](//evil.example)"),
    *(
        "'onclick=x",
        "&quot;",
        "&amp;&lt;b&gt;",
        "%22%3E",
        "$a$",
        "~a~",
        "__a__",
        "**a**",
        "/../../..",
        "//evil.example",
    ),
    *("?a=1&b=2", "#a", ";=1", "[[x]]", "*", "_", "!", "'", "(", "(((", "[", "]", "@evil.example", ":80", "&copy=1"),
)

PIECES = st.one_of(
    st.sampled_from(ALL),
    st.text(max_size=30),
    st.text(alphabet="<>&\"'`*_[](){}!|#:=/\\-+~^$%;@. \n\tazAZ09é", max_size=30),
)


def values() -> st.SearchStrategy[str]:
    """Return anything that may be written in place of a text."""
    return st.lists(PIECES, min_size=1, max_size=4).map("".join)
