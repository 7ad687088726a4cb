"""What no finished page may hold: the last look at what Markdown made of prose."""

from __future__ import annotations

import pytest

from guides_api.pages.active import active

REFUSED = [
    "<script>alert(1)</script>",
    '<script type="application/json" src="https://a.fr/x.js"></script>',
    '<script type="module">a</script>',
    '<meta http-equiv="refresh" content="0;url=https://a.fr">',
    '<base href="https://a.fr/">',
    '<link rel="stylesheet" href="a.css">',
    "<style>*{}</style>",
    '<iframe src="a.html"></iframe>',
    "<object></object>",
    "<p onclick=alert(1)>a</p>",
    "<svg/onload=alert(1)></svg>",
    '<p style="position: fixed">a</p>',
    '<iframe srcdoc="a"></iframe>',
    '<button formaction="https://a.fr">a</button>',
    '<form action="https://a.fr"></form>',
    '<form action="//a.fr"></form>',
    '<img src="https://a.fr/a.png">',
    '<img src="//a.fr/a.png">',
    '<img src="/\\a.fr/a.png">',
    '<img srcset="a.png">',
    '<a href="javascript:alert(1)">a</a>',
    '<a href="java&#9;script:alert(1)">a</a>',
    '<a href=" &#x6A;avascript&colon;alert(1)">a</a>',
    '<a href="data:text/html,a">a</a>',
    '<svg><a xlink:href="a"></a></svg>',
    "<!--><script>alert(1)</script>-->",
    "<!-- <b> -->",
    "<!doctype html>",
    "<?php a ?>",
    "<![CDATA[a]]>",
    "</div>",
    "<div>",
    "<b><i></b></i>",
]
ACCEPTED = [
    "",
    "un mot &lt;script&gt; onclick=alert(1)",
    '<p class="a">un <b>mot</b><br>et <img src="../a.svg" alt=""></p>',
    '<a href="https://a.fr">a</a> <a href="http://a.fr">b</a> <a href="../a/#b">c</a> <a href="#b">d</a>',
    '<a href="mailto:a@b.fr">a</a> <a href="tel:+33">b</a> <a href="MAILTO:a@b.fr">c</a>',
    '<td style="text-align: right;">a</td>',
    '<script type="application/json" data-rules>{"a": "<b>"}</script>',
    '<form action="../recherche/"><input type="search"><button>a</button></form>',
    '<svg viewBox="0 0 1 1"><path d="M0 0"/><g><rect/></g></svg>',
    "<!-- un mot -->",
]


@pytest.mark.parametrize("html", REFUSED)
def test_what_acts_is_found_wherever_it_stands(html: str) -> None:
    assert active(html)
    assert active(f"<p>a</p>\n<div>{html}</div>")


@pytest.mark.parametrize("html", ACCEPTED)
def test_words_links_and_what_components_draw_are_not(html: str) -> None:
    assert active(html) == []
    assert active(f"<p>a</p>\n<div>{html}</div>") == []
