/* `[data-search-open]` opens the theme's search, as « / » does. Without JavaScript there is no search: the button stays
   hidden, and what says so is shown. */
for (const button of document.querySelectorAll("[data-search-open]")) {
  button.addEventListener("click", () => document.querySelector("[data-md-component=search-query]").focus())
  button.hidden = false
  button.parentElement.querySelector("[data-without-script]").hidden = true
}
