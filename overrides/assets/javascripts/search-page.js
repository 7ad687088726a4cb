/* The page of the search: what is typed shows its results below, and stands in the address, to be shared. */
import { Engine } from "./search-engine.js"

const STEP = 10
const SUBLINKS = 3 // parts of a page shown below it
const LONGEST = 200 // letters of a query
const LETTERS = /([\p{L}\p{N}]+)/u
const part = name => document.querySelector(`[data-search-${name}]`)
const [list, status, help, more, failed] = ["results", "status", "help", "more", "failed"].map(part)
const form = document.querySelector("main form[data-search]")
const input = form.querySelector("input")
const engine = new Engine(part("index").dataset.searchIndex)
const title = document.title
part("unscripted").hidden = true
let timer
let asked
let results = []
let meeting

const made = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}
const quoted = words => `«\u00a0${words}\u00a0»`

/* What became of the words that were typed. */
function told(query, count, tokens) {
  const found = count > 1 ? `${count} résultats` : count ? "1 résultat" : "Aucun résultat"
  const guessed = tokens.filter(({ corrected }) => corrected)
  const unknown = tokens.filter(token => !token.found.length && !token.phrased).map(({ word }) => quoted(word))
  return [
    `${found} pour ${quoted(query)}.`,
    ...guessed.map(({ word, corrected }) => `Aucune page ne dit ${quoted(word)}\u00a0: voici ce que donne ${quoted(corrected)}.`),
    ...(count && unknown.length ? [`Aucune page ne dit ${unknown.join(" ni ")}.`] : []),
  ].join(" ")
}

/* How a text meets a query: `marked` makes its words stand out, `adds` tells how much of them it says beside another. */
function met(tokens) {
  const stems = new Set(tokens.flatMap(({ stem, meant = [] }) => [stem, ...meant]))
  const stem = word => engine.words.stem(word.toLowerCase())
  const said = text => new Set(text.split(LETTERS).map(stem).filter(found => stems.has(found)))
  return {
    marked: text => text.split(LETTERS).map(word => (stems.has(stem(word)) ? made("mark", {}, word) : word)),
    adds: (text, beside) => [...said(text)].filter(found => !said(beside).has(found)).length / tokens.length,
  }
}

/* A page with those of its parts that answer too, or its best answer with the others. */
function shown([best, ...others]) {
  const link = ({ address, title: words }) => made("a", { href: address }, ...meeting.marked(words))
  const parts = best.parts
    .map(([anchor, words]) => ({ address: `${best.address}#${anchor}`, title: words, adds: meeting.adds(words, best.title) }))
    .filter(({ adds }) => adds >= 0.5)
    .sort((one, other) => other.adds - one.adds)
  const below = [...others, ...parts].slice(0, SUBLINKS)
  return made(
    "li",
    {},
    made("h2", {}, link(best)),
    made("p", { className: "results__kind" }, best.kind),
    made("p", {}, ...meeting.marked(best.description)),
    made("ul", { hidden: !below.length }, ...below.map(item => made("li", {}, link(item)))),
  )
}

/* Return what the next results show. */
function next() {
  const from = list.childElementCount
  const wanted = results.slice(from, from + STEP).map(ranks => engine.described(ranks.slice(0, SUBLINKS + 1)))
  return Promise.all(wanted)
}

function add(described) {
  const items = described.map(shown)
  list.append(...items)
  more.hidden = list.childElementCount >= results.length
  return items
}

async function search(query) {
  asked = query
  const address = new URL(location.href)
  if (query) address.searchParams.set("q", query)
  else address.searchParams.delete("q")
  history.replaceState(null, "", address)
  document.title = query ? `${query} - ${title}` : title
  try {
    const found = query ? await engine.find(query) : { results: [], tokens: [] }
    if (asked !== query) return
    results = found.results
    list.replaceChildren()
    const first = await next()
    if (asked !== query) return
    meeting = met(found.tokens)
    add(first)
    status.textContent = query && told(query, results.length, found.tokens)
    help.hidden = results.length > 0
    failed.hidden = true
  } catch {
    if (asked !== query) return
    results = []
    list.replaceChildren()
    status.textContent = ""
    failed.hidden = false
    help.hidden = false
    more.hidden = true
  }
}

const typed = () => input.value.trim().slice(0, LONGEST)
const again = () => failed.hidden || search(typed())

input.addEventListener("input", () => {
  clearTimeout(timer)
  timer = setTimeout(() => search(typed()), 150)
})
form.addEventListener("submit", event => {
  event.preventDefault()
  clearTimeout(timer)
  search(typed())
})
more.addEventListener("click", async () => {
  const [first] = add(await next())
  first.querySelector("a").focus()
})
failed.querySelector("button").addEventListener("click", again)
addEventListener("online", again)

const shared = new URLSearchParams(location.search).get("q")
if (shared) {
  input.value = shared
  search(typed())
}
