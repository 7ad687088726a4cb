/* Sentences as they are shown: short, with the words that matter marked. */
const MARKED = 8 // words marked in one quote, at most
const FAR = 160 // characters of a quote on each side of a marked word, at most

/* A sentence as pieces of its text, the given words `marked`; what stands far from them is cut. */
export function quoted(text, sentence, spans) {
  const places = []
  for (const { from, to } of spans.slice(0, MARKED).sort((one, other) => one.from - other.from)) {
    const [start, end] = [sentence.tokens[from].start, sentence.tokens[to].end]
    const last = places.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else places.push([start, end])
  }
  const pieces = []
  let at = sentence.start
  for (const [start, end] of places) {
    const before = text.slice(at, start)
    if (before) pieces.push({ text: at === sentence.start ? ending(before) : middle(before) })
    pieces.push({ text: shown(text.slice(start, end)), marked: true })
    at = end
  }
  if (sentence.end > at) pieces.push({ text: beginning(text.slice(at, sentence.end)) })
  return pieces
}

const shown = text => text.replace(/(\p{L})-\r?\n\s*(?=\p{Ll})/gu, "$1").replace(/\s+/g, " ")
const beginning = text => text.length > FAR ? `${shown(text.slice(0, FAR)).replace(/\s\S*$/, "")} […]` : shown(text)
const ending = text => text.length > FAR ? `[…] ${shown(text.slice(-FAR)).replace(/^\S*\s/, "")}` : shown(text)
const middle = text => text.length > 2 * FAR ? `${beginning(text)} ${ending(text).slice(4)}` : shown(text)
