/* Prepares a délibération: the page's lines follow the boxes of `[data-choice]`. Every word is the page's; here they are
   only chosen and joined. The choices are in the address, after its hash sign, which browsers send to nobody. */
const MARK = "#donnees="
const choice = document.querySelector("[data-choice]")
const boxes = [...choice.querySelectorAll("input")]
const count = choice.querySelector("[data-count]")
const text = document.querySelector("[data-text]")
const forms = [...document.querySelectorAll("a[data-form]")].map(link => ({ link, address: link.href }))

const ticked = () => boxes.filter(box => box.checked)

/* What a line is for: the data that it names, or whether there are any. */
const shows = (line, chosen) =>
  "for" in line.dataset
    ? line.dataset.for.split(" ").some(datum => chosen.has(datum))
    : (line.dataset.when === "some") === chosen.size > 0

const show = () => {
  const chosen = new Set(ticked().map(box => box.value))
  for (const line of document.querySelectorAll("[data-for], [data-when]")) line.hidden = !shows(line, chosen)
  const numbers = [...text.querySelectorAll("[data-number]")].filter(number => !number.closest("[hidden]"))
  numbers.forEach((number, index) => { number.textContent = index ? index + 1 : text.dataset.first })
  const official = boxes.filter(box => box.checked && "official" in box.dataset)
  const query = official.map(box => `scopes[]=${encodeURIComponent(box.value)}`).join("&")
  for (const { link, address } of forms) link.href = query ? `${address}?${query}` : address
  const words = ["none", "one"][chosen.size] ?? "many"
  count.textContent = count.dataset[words].replace("#", chosen.size)
  choice.toggleAttribute("data-made", chosen.size > 0)
}

const keep = () => {
  const chosen = ticked().map(box => box.value)
  const address = location.pathname + location.search
  history.replaceState(history.state, "", chosen.length ? `${address}${MARK}${chosen.join(",")}` : address)
}

const restore = () => {
  const chosen = new Set(location.hash.slice(MARK.length).split(","))
  for (const box of boxes) {
    box.checked = chosen.has(box.value)
    const folded = box.closest("details")
    if (box.checked && folded) folded.open = true
  }
}

const changed = () => {
  keep()
  show()
}

choice.addEventListener("change", changed)
choice.querySelector("[data-clear]").addEventListener("click", () => {
  for (const box of boxes) box.checked = false
  changed()
})

/* A link to a part of the page takes the place of the choices in the address: they come back at once. */
addEventListener("hashchange", () => {
  if (location.hash.startsWith(MARK)) restore()
  changed()
})

const plain = () => {
  let words = ""
  let wasItem = false
  for (const line of text.querySelectorAll("[data-line]")) {
    if (line.closest("[hidden]")) continue
    const isItem = line.tagName === "LI"
    const gap = words ? (isItem && wasItem ? "\n" : "\n\n") : ""
    words += gap + (isItem ? "– " : "") + line.textContent.replace(/[ \t\n]+/g, " ").trim()
    wasItem = isItem
  }
  return words
}

const COPIED = { text: plain, address: () => location.href }
for (const button of document.querySelectorAll("button[data-copy]")) {
  const status = button.parentElement.querySelector("[role=status]")
  button.addEventListener("click", async () => {
    status.textContent = ""
    try {
      await navigator.clipboard.writeText(COPIED[button.dataset.copy]())
      status.textContent = button.dataset.done
    } catch {
      status.textContent = button.dataset.failed
    }
  })
}

for (const part of document.querySelectorAll("[data-with-script]")) part.hidden = false
if (location.hash.startsWith(MARK)) restore()
show()
