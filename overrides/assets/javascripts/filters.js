/* Narrows lists by a choice: `form[data-filter="publics"]` shows the `[data-publics]` items that hold its value.
   Without JavaScript the form stays hidden and every item is shown. The choice is in the address, to be shared. */
for (const form of document.querySelectorAll("form[data-filter]")) {
  const name = form.dataset.filter
  const select = form.querySelector("select")
  const status = form.querySelector("[role=status]")
  const items = [...document.querySelectorAll(`[data-${name}]`)]
  const groups = new Set(items.map(item => item.closest("[data-group]")).filter(Boolean))

  const show = () => {
    for (const item of items) {
      item.hidden = select.value !== "" && !item.dataset[name].split(" ").includes(select.value)
    }
    for (const group of groups) {
      group.hidden = !group.querySelector(`[data-${name}]:not([hidden])`)
    }
    const count = items.filter(item => !item.hidden).length
    status.textContent = count > 1 ? `${count} résultats` : count === 1 ? "1 résultat" : "Aucun résultat"
  }

  const asked = new URLSearchParams(location.search).get(select.name)
  if ([...select.options].some(option => option.value === asked)) select.value = asked
  select.addEventListener("change", () => {
    const address = new URL(location.href)
    if (select.value) address.searchParams.set(select.name, select.value)
    else address.searchParams.delete(select.name)
    history.replaceState(null, "", address)
    show()
  })
  form.addEventListener("submit", event => event.preventDefault())
  form.hidden = false
  show()
}
