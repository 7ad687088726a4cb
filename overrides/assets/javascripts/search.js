/* The search fields of a page: what is typed in one shows the best pages below it. Without this, a field leads to the
   page of the search. Nothing is fetched before the first letter. */
const SHOWN = 6
const home = document.querySelector("[data-search-index]")
const made = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}
const linked = (href, ...words) => made("li", {}, made("a", { href }, ...words.map(text => made("span", {}, text))))
let engine
let attempts = 0

/* The engine, fetched under another address if it did not come: some browsers remember a failure. */
const started = () =>
  (engine ??= import(`./search-engine.js${attempts++ ? `?${attempts}` : ""}`)
    .then(({ Engine }) => new Engine(home.dataset.searchIndex))
    .catch(error => {
      engine = undefined
      throw error
    }))

function enhance(form) {
  const input = form.querySelector("input")
  const status = made("p", { className: "visually-hidden", role: "status" })
  const panel = made("ul", { className: "search-panel", hidden: true })
  let timer
  let asked

  const show = (words, links) => {
    status.textContent = words
    panel.replaceChildren(...links)
    panel.hidden = !links.length
  }

  const answer = async query => {
    asked = query
    if (!query) return show("", [])
    const all = new URL(form.action)
    all.searchParams.set("q", query)
    try {
      const found = await started()
      const { results } = await found.find(query)
      const best = await found.described(results.slice(0, SHOWN).map(([rank]) => rank))
      if (asked !== query) return
      const count = results.length
      const words = count > 1 ? `${count} résultats` : count ? "1 résultat" : "Aucun résultat"
      const more = count ? `Voir tous les résultats (${count})` : `${words}. Que faire\u00a0?`
      show(words, [...best.map(({ address, title, kind }) => linked(address, title, kind)), linked(all, more)])
    } catch {
      const words = "La recherche ne répond pas."
      if (asked === query) show(words, [linked(all, `${words} Réessayer`)])
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer)
    timer = setTimeout(answer, 150, input.value.trim())
  })
  input.addEventListener("focus", () => (panel.hidden = !panel.childElementCount))
  addEventListener("pointerdown", event => (panel.hidden ||= !form.contains(event.target)))
  form.addEventListener("focusout", ({ relatedTarget: next }) => (panel.hidden ||= next !== null && !form.contains(next)))
  form.addEventListener("keydown", event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (panel.hidden || !(step || event.key === "Escape")) return
    event.preventDefault()
    if (step) {
      const stops = [input, ...panel.querySelectorAll("a")]
      stops[(stops.indexOf(document.activeElement) + step + stops.length) % stops.length].focus()
    } else {
      input.focus()
      panel.hidden = true
    }
  })
  form.append(status, panel)
}

if (!document.querySelector("[data-search-results]")) document.querySelectorAll("form[data-search]").forEach(enhance)

addEventListener("keydown", event => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "k") return
  event.preventDefault()
  const fields = [...document.querySelectorAll("form[data-search] input")]
  const field = fields.find(input => input.checkVisibility())
  if (field) field.focus()
  else home.querySelector("a").click()
})
