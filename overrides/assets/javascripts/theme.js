/* What the theme expects: where the site starts, and the reader's choice of colours, kept in this browser only. */
window.__md_scope = new URL(document.currentScript.dataset.base, location)
window.__md_hash = text => [...text].reduce((hash, letter) => (hash << 5) - hash + letter.charCodeAt(0), 0)
window.__md_get = (name, store = localStorage, scope = __md_scope) =>
  JSON.parse(store.getItem(`${scope.pathname}.${name}`))
window.__md_set = (name, value, store = localStorage, scope = __md_scope) => {
  try {
    store.setItem(`${scope.pathname}.${name}`, JSON.stringify(value))
  } catch {
    /* The browser keeps nothing: the choice lasts as long as the page. */
  }
}

const palette = __md_get("__palette")
for (const [name, value] of Object.entries(palette?.color ?? {})) {
  document.body.setAttribute(`data-md-color-${name}`, value)
}
