"""What our own reader of finished pages finds harmless, a browser finds harmless too."""

from __future__ import annotations

from playwright.sync_api import Browser
from tests.untrusted.disguised import ACTS, DISGUISES, drawn

from guides_api.catalogue.catalogue import Catalogue
from guides_api.pages.active import active

FIND = """htmls => htmls.flatMap(html => {
  const all = [...new DOMParser().parseFromString(`<main>${html}</main>`, "text/html").querySelectorAll("*")]
  const acts = element =>
    element.matches("script, style, iframe, object, embed, base, meta, link, body *:is(head, title)") ||
    [...element.attributes].some(attribute => /^on|srcdoc|formaction/.test(attribute.name)) ||
    ["href", "src", "action"].some(name => /^\\s*(javascript|data|vbscript):/i.test(element[name] ?? "")) ||
    (element.src && new URL(element.src, "https://a.fr").host !== "a.fr")
  const left = all.some(element => !element.closest("main") && element.localName.length > 4)
  return all.some(acts) || left ? [html] : []
})"""


def test_a_browser_finds_nothing_that_acts_where_we_found_nothing(browser: Browser, catalogue: Catalogue) -> None:
    texts = [disguise.replace("{}", act) for act in ACTS for disguise in DISGUISES]
    found = [html for text in texts if (html := drawn(text, catalogue)) is not None]
    harmless = [html for html in found if not active(html)]
    page = browser.new_page()
    page.goto("about:blank")
    assert page.evaluate(FIND, harmless) == []
    assert len(harmless) > 200
    acting = ["<p onclick=a>", "</main><section>", "<a href=javascript:a>a</a>", '<img src="//b.fr/a.png">']
    assert page.evaluate(FIND, ["<b>a</b>", *acting]) == acting
    page.close()
