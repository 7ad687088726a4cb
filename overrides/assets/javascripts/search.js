/* The theme asks for the whole index of the search with every page. This holds the request until somebody searches:
   most readers never do, and the index weighs more than the page. */
const wanted = new Promise(resolve => {
  const query = document.querySelector("[data-md-component=search-query]")
  query.addEventListener("focus", resolve, { once: true })
  if (new URLSearchParams(location.search).has("q")) resolve()
})
const { open, send } = XMLHttpRequest.prototype

XMLHttpRequest.prototype.open = function (method, address, ...rest) {
  this.isIndex = String(address).endsWith("search/search_index.json")
  return open.call(this, method, address, ...rest)
}

XMLHttpRequest.prototype.send = function (...body) {
  return this.isIndex ? wanted.then(() => send.apply(this, body)) : send.apply(this, body)
}

/* The theme's shortcuts are single letters, which a voice command or a slip would set off (WCAG 2.1.4): they give way to
   Control or Command and K. */
const letters = ["f", "s", "/", "p", "n", ",", "."]

addEventListener("keydown", event => {
  const typing = event.target.matches?.("input, textarea, select, [contenteditable]")
  const modified = event.ctrlKey || event.metaKey || event.altKey
  if (!modified && !typing && letters.includes(event.key.toLowerCase())) event.stopImmediatePropagation()
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault()
    document.querySelector("[data-md-component=search-query]").focus()
  }
}, true)

/* `[data-search-open]` opens the theme's search, as Control and K do. Without JavaScript there is no search: the button stays
   hidden, and what says so is shown. */
for (const button of document.querySelectorAll("[data-search-open]")) {
  button.addEventListener("click", () => document.querySelector("[data-md-component=search-query]").focus())
  button.hidden = false
  button.parentElement.querySelector("[data-without-script]").hidden = true
}
