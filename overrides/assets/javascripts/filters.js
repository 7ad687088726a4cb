/* `select[data-narrows="publics"]` hides the `[data-publics]` items without its value, a heading with its column, and each
   `[data-group]` left empty with the links to it. Choices are in the address. Without JavaScript, everything is shown. */
for (const form of document.querySelectorAll("form[data-filter]")) {
  const selects = [...form.querySelectorAll("select")]
  const attribute = select => `data-${select.dataset.narrows}`
  const items = [...document.querySelectorAll(selects.map(select => `[${attribute(select)}]`).join())]
  const headings = items.filter(item => item.matches("th"))
  const others = items.filter(item => !item.matches("th"))
  const groups = new Set(items.map(item => item.closest("[data-group]")).filter(Boolean))

  const suits = (item, select) => {
    const held = item.getAttribute(attribute(select))
    return !select.value || held === null || held.split(" ").includes(select.value)
  }

  const show = () => {
    for (const item of items) item.hidden = !selects.every(select => suits(item, select))
    for (const heading of headings) {
      for (const row of heading.closest("table").rows) row.cells[heading.cellIndex].hidden = heading.hidden
    }
    for (const group of groups) {
      const inside = [headings, others].map(kind => kind.filter(item => group.contains(item)))
      group.hidden = inside.some(kind => kind.length && kind.every(item => item.hidden))
      for (const link of document.querySelectorAll(`li > a[href="#${group.id}"]`)) link.parentElement.hidden = group.hidden
    }
    for (const words of form.querySelectorAll("[data-count]")) {
      const count = [...document.querySelectorAll(words.dataset.count)].filter(item => !item.closest("[hidden]")).length
      const { one, many, none } = words.dataset
      words.textContent = count > 1 ? many.replace("#", count) : count === 1 ? one : none
    }
  }

  const choose = () => {
    const address = new URL(location.href)
    for (const select of selects) {
      if (select.value) address.searchParams.set(select.name, select.value)
      else address.searchParams.delete(select.name)
    }
    history.replaceState(null, "", address)
    show()
  }

  const asked = new URLSearchParams(location.search)
  for (const select of selects) {
    const value = asked.get(select.name)
    if ([...select.options].some(option => option.value === value)) select.value = value
  }
  form.addEventListener("change", choose)
  form.addEventListener("reset", event => {
    event.preventDefault()
    for (const select of selects) select.value = ""
    choose()
  })
  form.addEventListener("submit", event => event.preventDefault())
  form.hidden = false
  show()
}
