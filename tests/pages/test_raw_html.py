"""HTML in prose: the elements of words, and nothing that acts."""

from __future__ import annotations

import pytest

from guides_api.pages.raw_html import html_mistakes

REFUSED = {
    "<script>alert(1)</script>": "<script>",
    '<iframe src="https://a.fr"></iframe>': '<iframe src="https://a.fr">',
    '<b onclick="alert(1)">a</b>': '<b onclick="alert(1)">',
    "<b\nonclick=alert(1)>a</b>": "<b",
    '<p style="color:red">a</p>': '<p style="color:red">',
    '<a xlink:href="a">a</a>': '<a xlink:href="a">',
    "<b OnClick=a>a</b>": "<b OnClick=a>",
    "```\n<script>": "<script>",
    "    <script>": "<script>",
    "- ```\n  <script>\n  ```": "<script>",
    "```\n```<script>\n   ```": "<script>",
    "`\n<script>`": "<script>",
    "- ```\n<Script>\n- ```": "<Script>",
    "<pre><IMG SRC=x ONERROR=a></pre>": "<IMG SRC=x ONERROR=a>",
    "```\n<Button onclick=a>": "<Button onclick=a>",
    "``` `<script>`": "<script>",
    "~~~ a\n\n```\n<script>\n```": "<script>",
    "[a](java&#115;cript:alert(1))": "[a](java&#115;cript:alert(1))",
    "![a](DATA:image/png;base64,AA)": "![a](DATA:image/png;base64,AA)",
    "<div>\n`<script>`\n</div>": "<script>",
    "<svg/onload=a>": "<svg/onload=a>",
    "<!--><script>-->": "<!-->",
    "<!-- <b> -->": "<!-- <b>",
    "<!DOCTYPE html>": "<!DOCTYPE html>",
    "<?php a ?>": "<?php a ?>",
    "<ftp://a.fr>": "<ftp://a.fr>",
    "un <b": "<b",
    "<b>a": "<b>",
    "a</div>": "</div>",
    "<b><i>a</b></i>": "</b>",
    "*a*{ onclick=alert(1) }": "{ onclick=alert(1) }",
    "*a*{: .b style='c' }": "{: .b style='c' }",
    "[a](b.md){ href=javascript:alert(1) }": "{ href=javascript:alert(1) }",
    "## a { onclick }": "{ onclick }",
    "/// html | script\n///": "/// html | script",
    "> - /// html | div": "/// html | div",
    "<pre><script>a</script></pre>": "<script>",
}
ACCEPTED = [
    "",
    "a < b et c <3, 5 > 4",
    "<b>a</b> <sup>e</sup> <br> <br/> <hr>",
    '<a href="../a.md" title="b" rel="nofollow">a</a>',
    '<img src="../images/a.svg" alt="a" width=20>',
    "<table><tr><td colspan=2>a</td></tr></table>",
    "<https://a.fr> <a@b.fr>",
    "<!-- à revoir -->",
    "`<script>` et `<b onclick=a>`",
    "```\n<script>\n```",
    "~~~ html\n\n<script>\n\n<iframe>\n~~~",
    "<Grid>\n\n</Grid> <Fact id='a' />",
    "<details open>\n<summary>a</summary>\n\nb\n\n</details>",
    "*a*{ lang=en } {#b} { .c #d } {{ e }}",
    "## a { #onces }",
    "a /// b",
    "![a](../images/a.svg) ![b][c]\n\n[c]: ../images/c.svg\n[d]: https://a.fr",
]
PICTURES = [
    "![a](https://a.fr/b.png)",
    "![a]( <https://a.fr/b.png> )",
    "![a](//a.fr/b.png)",
    "![a][b]\n\n[b]: https://a.fr/b.png",
    "![B]\n\n[b]: <https://a.fr/b.png>",
    "![un [mot] là](https://a.fr/b.png)",
    '<img alt="a" src="https://a.fr/b.png">',
    "<img src=//a.fr/b.png alt=a>",
    "<img src='&#104;ttps://a.fr/b.png' alt=a>",
    "![a](\\\\a.fr/b.png)",
]


@pytest.mark.parametrize("text", REFUSED)
def test_html_that_acts_is_refused_at_its_line(text: str) -> None:
    mistakes = list(html_mistakes(f"Avant.\n\n`a`\n\n{text}"))
    assert f"« {REFUSED[text]} »" in mistakes[0].message
    assert mistakes[0].rule == "html-refuse"
    assert {mistake.line for mistake in mistakes} <= {5, 6, 8}


@pytest.mark.parametrize("text", ACCEPTED)
def test_html_of_words_code_and_components_is_accepted(text: str) -> None:
    assert list(html_mistakes(f"Avant.\n\n{text}\n\nAprès.")) == []


@pytest.mark.parametrize("text", PICTURES)
def test_a_picture_of_another_site_is_refused(text: str) -> None:
    assert [(mistake.rule, mistake.line) for mistake in html_mistakes(f"Avant.\n\n{text}")] == [("image-ailleurs", 3)]
