/* From the text of a délibération, however it was pasted, to its sentences and their words.
   Every step is linear in the length of the text. */

const ABBREVIATIONS = new Set("al ann art av bd cf chap dr env ex fig mme mlle mm no p pp ref ste tel".split(" "))
const BULLET = /^(?:[-–—•▪◦●■·*➢➔✓]|\(?\d{1,2}[.)°](?=\s)|\(?[a-zA-Z]\)|[IVX]{1,4}[.)])\s*/
const ARTICLE = /^art(?:icle|\.)\s*(?:\d|premier|unique|[ivx]+\b)/i
const OPENINGS = [
  "vu", "consid[ée]rant", "attendu", "apr[èe]s", "d[ée]cide", "le conseil", "la commission", "l['’]assembl[ée]e",
  "monsieur", "madame", "mm?\\.", "sur", "entendu",
]
const OPENING = new RegExp(`^(?:${OPENINGS.join("|")})(?![\\p{L}\\d])`, "iu")
const TITLES = [
  "objet", "ordre du jour", "rapporteur", "r[ée]publique fran", "extrait ", "d[ée]partement ", "s[ée]ance ",
  "d[ée]lib[ée]ration n",
]
const TITLE = new RegExp(`^(?:${TITLES.join("|")})`, "i")
const HYPHENATED = /(\p{L})-\r?\n[^\S\n]*(?=\p{Ll})/gu // a word that the end of a line cuts
const VISA = /^vue?s?(?![\p{L}\d])/iu
const EMAIL = "[\\p{L}\\d._+-]{1,64}@[\\p{L}\\d.-]{1,200}"
const SITE = "https?://\\S{1,400}|www\\.\\S{1,400}"
const TOKEN = new RegExp(`${EMAIL}|${SITE}|(?:\\p{Lu}\\.){2,}|[\\p{L}\\p{M}\\p{N}\\u00ad\\u200b]+|[€%]`, "gu")
const LABEL = /^\p{Lu}[^.:;]{1,40}:/u

/* Without accents, case, nor plural: « Tarifs municipaux » and « tarif municipal » are the same words. A participle
   keeps a mark, where it is written with its accent: « adressé » is no « adresse ». */
export const PARTICIPLE = "´"

export function folded(word) {
  const written = word.replace(/[\u00ad\u200b.]/g, "").toLowerCase().normalize("NFC")
  const letters = written.normalize("NFKD").replace(/\p{M}/gu, "").replace(/œ/g, "oe")
  if (["euro", "euros", "eur"].includes(letters)) return "€"
  if (/.@./.test(word)) return "courriel"
  if (/^(?:https?:|www)/.test(letters)) return "internet"
  if (letters.length < 4) return letters
  if (/ée?s?$/.test(written)) return letters.replace(/ee?s?$/, `e${PARTICIPLE}`)
  const singular = /eaux$/.test(letters) ? letters.slice(0, -1)
    : /..aux$/.test(letters) ? `${letters.slice(0, -3)}al`
    : letters.replace(/[sx]$/, "")
  return singular.replace(/ee$/, "e")
}

/* The sentences, in order. Each has its place, its words, and what it is: `title`, `visa` or `body`; the `block` (article
   or paragraph) it stands in; and the rank of the sentence that leads to it when it is an item of a list. */
export function sentencesOf(text) {
  const sentences = []
  const capitals = mostlyCapitals(text)
  let block = 0, inArticle = false, lead = -1
  for (const paragraph of paragraphsOf(text)) {
    const words = text.slice(paragraph.start, paragraph.end)
    const bullet = words.match(BULLET)?.[0] ?? ""
    const bare = words.slice(bullet.length)
    const opens = ARTICLE.test(bare) || OPENING.test(bare)
    if (ARTICLE.test(bare)) inArticle = true
    if (ARTICLE.test(bare) || (paragraph.apart && !inArticle && !bullet)) block += 1
    if (!bullet && (opens || paragraph.apart)) lead = -1
    const kind = VISA.test(bare) ? "visa"
      : TITLE.test(bare) || (!capitals && isCapitals(bare)) ? "title"
      : lead >= 0 && sentences[lead].kind === "visa" ? "visa"
      : "body"
    for (const [start, end] of cut(text, paragraph.start + bullet.length, paragraph.end)) {
      const ended = text.slice(start, end).trimEnd()
      const own = VISA.test(ended) ? "visa" : kind
      const [rank, tokens] = [sentences.length, tokensOf(text, start, end)]
      sentences.push({ rank, start, end: start + ended.length, kind: own, block, lead, tokens })
      if (ended.endsWith(":")) lead = sentences.length - 1
    }
  }
  return sentences
}

/* Words that stand together: lines that a PDF has broken are joined, items of lists stay apart. */
function paragraphsOf(text) {
  const paragraphs = []
  let current = null, apart = true, last = ""
  for (const { 0: line, index } of text.matchAll(/[^\r\n\f\u2028\u2029]+/g)) {
    const shown = line.trim()
    const gap = current ? text.slice(current.lineEnd, index) : ""
    const blank = /\n[^\S\n]*\r?\n|\r[^\S\r]*\r(?!\n)|\f|\u2029/.test(gap)
    const lineEnd = index + line.length
    if (!shown) { apart = true; continue }
    apart ||= blank
    const start = index + line.indexOf(shown)
    const goesOn = current && !apart && !BULLET.test(shown) && !ARTICLE.test(shown) && !OPENING.test(shown) &&
      !ends(last) && !LABEL.test(shown) && (last.length > 45 || /^[\p{Ll}\d(«€%]/u.test(shown))
    if (goesOn) Object.assign(current, { end: start + shown.length, lineEnd })
    else paragraphs.push(current = { start, end: start + shown.length, lineEnd, apart })
    apart = false
    last = shown
  }
  return paragraphs
}

/* Whether a line ends a sentence: « art. » does not, nor « L. ». */
const ends = line => /[:;!?]$/.test(line) || (line.endsWith(".") && !abbreviated(line, line.length - 1))

function abbreviated(text, dot) {
  const word = text.slice(Math.max(0, dot - 8), dot).match(/[\p{L}\p{M}]+$/u)?.[0] ?? ""
  return [...word].length === 1 || ABBREVIATIONS.has(folded(word))
}

function* cut(text, from, to) {
  let start = from
  for (let place = from; place < to; place += 1) {
    const sign = text[place]
    if (!".;!?".includes(sign)) continue
    const next = text.slice(place + 1, place + 12)
    if (sign === "." && (abbreviated(text, place) || !/^["»”)]*\s+["«“(-]*\s*[\p{Lu}\d]/u.test(next))) continue
    if (text.slice(start, place).trim()) yield [start, place + 1]
    start = place + 1
    while (start < to && /\s/.test(text[start])) start += 1
  }
  if (text.slice(start, to).trim()) yield [start, to]
}

/* Words with their places; `clause` counts the commas and the like before each. */
function tokensOf(text, from, to) {
  const tokens = []
  let clause = 0, end = from
  const slice = text.slice(from, to).replace(HYPHENATED, (found, letter) => letter.padEnd(found.length, "\u00ad"))
  for (const { 0: word, index } of slice.matchAll(TOKEN)) {
    const start = from + index
    const between = text.slice(end, start)
    if (tokens.length && /[,;:()–—]|\s-\s/.test(between)) clause += 1
    end = start + word.length
    const elided = /^n$/i.test(word) && /['’]/.test(text[end] ?? "")
    const letters = elided ? "ne" : folded(word)
    if (letters === "mais" || letters === "tandi") clause += 1
    if (letters) tokens.push({ start, end, letters, clause })
  }
  return tokens
}

const mostlyCapitals = text => count(text, /\p{Lu}/gu) > count(text, /\p{Ll}/gu)
const isCapitals = line => count(line, /\p{Lu}/gu) > 11 && !/\p{Ll}/u.test(line)
const count = (text, letters) => (text.match(letters) ?? []).length
