/* Finds phrases among the words of sentences: « tarif* … selon » is any word that begins with « tarif », a few others, then
   « selon ». */
import { PARTICIPLE, folded } from "./verify-sentences.js"

const BETWEEN = 8 // words that « … » stands for, at most

/* The words of all sentences as one line, in which phrases are looked for, and the way back to each word. */
export function joined(sentences, word) {
  const pieces = [], owners = []
  let length = 0
  for (const sentence of sentences) {
    for (let rank = 0; rank < sentence.tokens.length; rank += 1) {
      const letters = word(sentence, rank)
      if (!letters) continue
      owners.push({ at: length, sentence, rank })
      pieces.push(` ${letters}`)
      length += letters.length + 1
    }
    pieces.push(" |")
    length += 2
  }
  const line = `${pieces.join("")} `
  return { places: (phrases, mark) => phrases.length ? [...places(line, owners, phrases, mark)] : [] }
}

function* places(line, owners, phrases, mark) {
  const patterns = phrases.map(expression).sort((one, other) => other.length - one.length)
  const pattern = new RegExp(` (?:${patterns.join("|")})(?= )`, "g")
  let owner = 0
  for (const match of line.matchAll(pattern)) {
    while (owners[owner].at < match.index) owner += 1
    let last = owner
    while (owners[last + 1]?.at < match.index + match[0].length) last += 1
    yield { ...mark, sentence: owners[owner].sentence, from: owners[owner].rank, to: owners[last].rank }
  }
}

/* « tarif* … selon » as a pattern of folded words. An accent may lack at the end: « CALCULE » is « calculé ». */
function expression(phrase) {
  return phrase.replace(/[’'-]/g, " ").split(" ").map((part, rank) => {
    if (part === "…") return `(?: [^ |]+){0,${BETWEEN}}?`
    if (part === "#") return rank ? " \\d+" : "\\d+"
    const letters = part.endsWith("*")
      ? `${part.slice(0, -1).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()}[^ |]*`
      : part === "n" ? "ne" : folded(part).replace(PARTICIPLE, `${PARTICIPLE}?`)
    return rank ? ` ${letters}` : letters
  }).join("")
}

/* Without what touches words that mean something else (those without an id), « adresse » in « adresse électronique »,
   nor what lies within something longer. */
export function longest(found) {
  const others = new Map()
  for (const { id, sentence, from, to } of found) {
    if (id) continue
    if (!others.has(sentence)) others.set(sentence, new Set())
    for (let rank = from; rank <= to; rank += 1) others.get(sentence).add(rank)
  }
  const touches = ({ sentence, from, to }) => {
    for (let rank = from; rank <= to; rank += 1) if (others.get(sentence)?.has(rank)) return true
    return false
  }
  let sentence = null, end = -1
  return found
    .filter(item => item.id && !touches(item))
    .sort((one, other) => one.sentence.rank - other.sentence.rank || one.from - other.from || other.to - one.to)
    .filter(item => {
      if (item.sentence !== sentence) [sentence, end] = [item.sentence, -1]
      if (item.to <= end) return false
      end = item.to
      return true
    })
}

export function bySentence(places) {
  const groups = new Map()
  for (const place of places) {
    if (!groups.has(place.sentence)) groups.set(place.sentence, [])
    groups.get(place.sentence).push(place)
  }
  return groups
}
