/* Reads a délibération in the page and shows what it says of its data. The text goes nowhere and is kept nowhere: it is
   put back as text only, never as HTML. The words shown are the page's own, in its templates and lists. */
import { analysed } from "./verify-analysis.js"

const form = document.querySelector("form[data-verify]")
const field = document.getElementById("verify-text")
const useCase = document.getElementById("verify-use-case")
const error = document.getElementById("verify-error")
const verdict = document.querySelector(".verdict")
const findings = verdict.querySelector("[data-findings]")
const rules = JSON.parse(document.querySelector("[data-rules]").textContent)

const template = selector => document.querySelector(`template${selector}`).content.firstElementChild.cloneNode(true)
const copied = part => [...part.childNodes].map(node => node.cloneNode(true))
const counted = (count, one, many) => (count > 1 ? `${count} ${many}` : `${count} ${one}`)

function put(card, name, content) {
  const place = card.querySelector(`[data-${name}]`)
  if (content?.length) place.append(...content)
  else place.remove()
}

const quote = pieces => pieces.map(({ text, marked }) => {
  if (!marked) return text
  const mark = document.createElement("mark")
  mark.textContent = text
  return mark
})

function datumCard({ id, asked, purpose }, kind) {
  const card = template(`[data-card=${kind}]`)
  const row = document.getElementById(`mention-${id}`)
  const ruling = asked && rules.rulings[useCase.value]?.[id]
  put(card, "name", copied(row.querySelector("[data-name]")))
  put(card, "quote", quote((purpose ?? asked).quote))
  if (kind === "missing") put(card, "finalities", copied(row.querySelector("[data-finalities]")))
  put(card, "ruling", ruling && [template(`[data-ruling=${ruling}]`)])
  put(card, "apis", copied(row.querySelector("[data-apis]")))
  return card
}

function wordingCard({ id, quotes, more }) {
  const card = template("[data-card=wording]")
  const source = document.getElementById(`formulation-${id}`)
  put(card, "name", copied(source.querySelector("summary")))
  put(card, "kind", copied(source.querySelector("[data-kind]")))
  const blocks = quotes.map(pieces => {
    const block = document.createElement("blockquote")
    block.append(...quote(pieces))
    return block
  })
  put(card, "quotes", more ? [...blocks, `Et ${counted(more, "autre phrase", "autres phrases")}.`] : blocks)
  put(card, "explanation", copied(source.querySelector("[data-explanation]")))
  put(card, "instead", copied(source.querySelector("[data-instead]")))
  return card
}

function group(kind, cards) {
  if (!cards.length) return []
  const parts = [...document.querySelector(`template[data-group=${kind}]`).content.cloneNode(true).children]
  parts[0].append(` (${cards.length})`)
  return [...parts, ...cards]
}

function deniedCard({ id }) {
  const card = template("[data-card=denied]")
  put(card, "name", copied(document.getElementById(`mention-${id}`).querySelector("[data-name]")))
  return card
}

function show() {
  const { data, denied, wordings, remarks } = analysed(field.value, rules)
  const missing = data.filter(datum => !datum.purpose)
  const found = data.filter(datum => datum.purpose)
  const words = !data.length ? (wordings.length ? "nothing-named" : "nothing") : remarks ? "" : "all-good"
  verdict.querySelector("[data-summary]").textContent = [
    counted(data.length, "donnée reconnue", "données reconnues"),
    counted(missing.length, "sans finalité trouvée", "sans finalité trouvée"),
    counted(wordings.length, "formulation à revoir", "formulations à revoir"),
  ].join(", ") + "."
  findings.replaceChildren(
    ...(words ? [template(`[data-words=${words}]`)] : []),
    ...group("missing", missing.map(datum => datumCard(datum, "missing"))),
    ...group("wording", wordings.map(wordingCard)),
    ...group("found", found.map(datum => datumCard(datum, "found"))),
    ...group("denied", denied.map(deniedCard)),
  )
  verdict.hidden = false
}

function complain(missing) {
  error.hidden = !missing
  field.setAttribute("aria-describedby", missing ? "verify-error verify-hint" : "verify-hint")
  if (missing) field.setAttribute("aria-invalid", "true")
  else field.removeAttribute("aria-invalid")
}

function verify() {
  complain(!field.value.trim())
  if (!field.value.trim()) {
    verdict.hidden = true
    field.focus()
    return
  }
  show()
  document.getElementById("verify-results").focus()
}

form.addEventListener("submit", event => {
  event.preventDefault()
  verify()
})
useCase.addEventListener("change", () => verdict.hidden || show())
form.querySelector("[data-clear]").addEventListener("click", () => {
  form.reset()
  complain(false)
  findings.replaceChildren()
  verdict.hidden = true
  field.focus()
})
for (const button of form.querySelectorAll("[data-example]")) {
  button.addEventListener("click", () => {
    const parts = document.getElementById(button.dataset.example).querySelectorAll("p")
    field.value = [...parts].map(part => part.textContent).join("\n\n")
    verify()
  })
}
verdict.querySelector("[data-print]").addEventListener("click", () => print())
form.hidden = false
