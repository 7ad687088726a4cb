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

/* `[data-search-open]` opens the theme's search, as « / » does. Without JavaScript there is no search: the button stays
   hidden, and what says so is shown. */
for (const button of document.querySelectorAll("[data-search-open]")) {
  button.addEventListener("click", () => document.querySelector("[data-md-component=search-query]").focus())
  button.hidden = false
  button.parentElement.querySelector("[data-without-script]").hidden = true
}
