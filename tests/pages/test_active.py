"""What no finished page may hold: the last look at what Markdown made of prose."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.untrusted.attacks import HTML

from guides_api.pages.active import active, plain, read

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


NAMES = ("p", "a", "img", "br", "div", "td", "button", "script", "svg", "textarea", "title", "xmp", "style", "P", "b")
ATTRIBUTES = (
    *('class="a"', 'href="a.md"', 'href="https://a.fr/?a=1&amp;b"', 'href="javascript:a"', 'href="java&#9;script:a"'),
    *('href="//a.fr"', 'href="/\\a.fr"', 'src="a.png"', 'src="//a.fr"', 'src="https:a"', 'src=" //a"', 'src="&#47;/a"'),
    *('style="text-align: left;"', 'style="color: red"', "hidden", 'onclick="a"', "onclick=a", 'data="a:b"', "data-a"),
    *('data-on="<b>"', "title='\">'", 'title=">"', "/", "xlink:href=a", 'aria-label="a"', 'id="', 'href="data:a"'),
    *('href="mailto:a@b.fr"', 'href="MAILTO:a@b.fr"', 'href="\x01javascript:a"', "href=javascript:a", "srcset", "\n"),
)
TAG = st.builds(
    "<{}{}{}{}".format,
    st.sampled_from(NAMES),
    st.lists(
        st.builds("{}{}".format, st.sampled_from((" ", " ", " ", "\n", "", "/")), st.sampled_from(ATTRIBUTES))
    ).map("".join),
    st.sampled_from(("", "", "", " ", " /", "/")),
    st.sampled_from((">", ">", ">", "")),
)
CLOSING = st.builds("</{}>".format, st.sampled_from(NAMES)) | st.sampled_from(
    ("</p >", "</ p>", "</>", "-->", "<!-- a")
)
BALANCED = st.recursive(
    st.sampled_from(("", "un mot", "a < b", "&lt;", "<br>", "<br />", '<img src="a.png" alt="">', '"', "<", ">")),
    lambda inner: st.builds(
        "<{0}{1}>{2}</{0}>".format,
        st.sampled_from(NAMES),
        st.sampled_from(ATTRIBUTES).map(" {}".format) | st.just(""),
        st.lists(inner, max_size=3).map("".join),
    ),
)
PAGE = BALANCED | st.lists(BALANCED | TAG | CLOSING | st.sampled_from(HTML), max_size=6).map("".join)


@settings(max_examples=1_000)
@given(PAGE)
def test_the_quick_look_passes_nothing_that_the_slow_one_finds(html: str) -> None:
    assert not (plain(html) and read(html))


@pytest.mark.long
@settings(max_examples=100_000)
@given(PAGE)
def test_the_quick_look_passes_nothing_that_the_slow_one_finds_in_the_long_run(html: str) -> None:
    assert not (plain(html) and read(html))


def test_the_quick_look_passes_what_pages_hold() -> None:
    assert plain(
        '<h1 id="a">Un <em>titre</em><a class="headerlink" href="#a" title="Lien vers cette partie">#</a></h1>\n'
        '<p class="b">mot<br />\n<img alt="" src="../a.svg" /></p>\n<hr />\n<ul><li><a href="https://a.fr/?b&amp;c">d</a>'
        '</li></ul><table><tr><td style="text-align: right;">1</td></tr></table><details open><summary>e</summary>'
        '</details><a href="mailto:a@b.fr?subject=c%20d">f</a>'
    )
