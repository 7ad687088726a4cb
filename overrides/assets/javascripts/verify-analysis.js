/* What a délibération says of the data that it names: `analysed(text, rules)` is a function of its arguments alone.
   The rules are those of data/mentions.yaml, data/signs.yaml and data/wordings.yaml. */
import { PARTICIPLE, folded, sentencesOf } from "./verify-sentences.js"

const NEAR = 2 // sentences around a datum in which its purpose is looked for
const QUOTES = 3 // sentences quoted for one wording, at most
const MARKED = 8 // words marked in one quote, at most
const FAR = 160 // characters of a quote on each side of a marked word, at most
const BETWEEN = 8 // words that « … » stands for, at most
const LINKS = new Set("le la les l un une de du des d et ou son sa leur leur ses se ce cette ces ni".split(" "))

/* Returns `data`, one entry a datum found: its `id`, where it is `asked` for and its `purpose`, each a `sign` and a `quote` or
   nothing; `denied`, the data said not to be asked for; `wordings`, each with its `quotes`; `remarks`, how many there are. */
export function analysed(text, rules) {
  const sentences = sentencesOf(text)
  const body = sentences.filter(sentence => sentence.kind === "body")
  const found = read(sentences, rules)
  const requests = new Map(body.flatMap(sentence => sentence.requests.map(sign => [sentence.block, sign.id])))
  const entries = new Map()
  for (const sentence of body) {
    for (const datum of sentence.named) {
      const entry = entries.get(datum.id) ?? { id: datum.id, asked: null, purpose: null }
      entry.purpose ??= purposeOf(datum, sentence, sentences, text)
      const request = requests.get(sentence.block)
      if (!datum.weak && request) entry.asked ??= { sign: request, quote: quoted(text, sentence, [datum]) }
      if (entry.asked || entry.purpose) entries.set(datum.id, entry)
    }
  }
  const data = [...entries.values()]
  const wordings = remarked(text, body, sentences, data)
  return {
    data,
    denied: [...found.denied].filter(([id]) => !entries.has(id)).map(([id, sign]) => ({ id, sign })),
    wordings,
    remarks: data.filter(entry => !entry.purpose).length + wordings.length,
  }
}

/* Notes on each sentence the data that it asks for (`named`), its signs of a purpose and its wordings; returns the data that
   are said not to be asked for, each with the sign of it. */
function read(sentences, rules) {
  const plain = joined(sentences, (sentence, rank) => sentence.tokens[rank].letters)
  const mentioned = bySentence(longest(rules.mentions.flatMap(rule => [
    ...plain.places(rule.words, { id: rule.id }),
    ...plain.places(rule.criteria, { id: rule.id, weak: true }),
    ...plain.places(rule.excluded, { id: "" }),
  ])))
  const listed = bySentence(longest(rules.mentions.flatMap(rule => plain.places(rule.listed, { id: rule.id }))))
  for (const sentence of sentences) {
    sentence.data = withListed(sentence, mentioned.get(sentence) ?? [], listed.get(sentence) ?? [])
    sentence.dataAt = signsAt(sentence.data)
  }
  const around = joined(sentences, (sentence, rank) => sentence.dataAt.get(rank) ?? sentence.tokens[rank].letters)
  const places = rule => {
    const [withData, without] = [true, false].map(wanted => phrases => phrases.filter(phrase => phrase.includes("@") === wanted))
    return longest([[rule.words, { id: rule.id, rule }], [rule.excluded, { id: "" }]].flatMap(([phrases, mark]) =>
      [...plain.places(without(phrases), mark), ...around.places(withData(phrases), mark)]))
  }
  const of = kept => bySentence(kept.flatMap(places))
  const purposes = of(rules.signs.filter(rule => rule.kind === "finalite"))
  const denials = of(rules.signs.filter(rule => rule.kind === "negation"))
  const requests = of(rules.signs.filter(rule => rule.kind === "demande"))
  const wordings = of(rules.wordings)
  const denied = new Map()
  for (const sentence of sentences) {
    sentence.denials = deniedClauses(sentence, denials.get(sentence) ?? [])
    sentence.purposes = [...new Map((purposes.get(sentence) ?? []).map(sign => [sign.id, sign])).values()]
    sentence.requests = requests.get(sentence) ?? []
    const asked = place => !denialOf(place, sentence, sentences)
    sentence.wordings = (wordings.get(sentence) ?? []).filter(asked)
    sentence.named = sentence.data.filter(asked)
    if (sentence.kind !== "body") continue
    for (const datum of sentence.data) if (!asked(datum)) denied.set(datum.id, denialOf(datum, sentence, sentences))
  }
  return { denied }
}

/* The data of a sentence, with those that count in a list of data only: « le quotient, les enfants et l’adresse ». */
function withListed(sentence, data, listed) {
  if (!listed.length) return data
  const wordy = wordyClauses(sentence, signsAt([...data, ...listed]))
  const inList = sentence.lead >= 0 ? !wordy.size : false
  const strong = data.some(datum => !datum.weak)
  const alone = listed.filter(({ from }) => !wordy.has(sentence.tokens[from].clause) && (strong || inList))
  const taken = signsAt(data.filter(datum => !datum.weak))
  const added = alone.filter(({ from }) => !taken.has(from))
  const ranks = signsAt(added)
  return [...data.filter(datum => !ranks.has(datum.from)), ...added].sort((one, other) => one.from - other.from)
}

/* The clauses that hold more than names of data. */
const wordyClauses = ({ tokens }, dataAt) =>
  new Set(tokens.filter(({ letters }, rank) => !dataAt.has(rank) && !LINKS.has(letters)).map(token => token.clause))

/* What stands for each word of the given data: « @ », then nothing. */
function signsAt(data) {
  const signs = new Map()
  for (const { from, to } of data) for (let rank = from; rank <= to; rank += 1) signs.set(rank, rank === from ? "@" : "")
  return signs
}

/* The words of all sentences as one line, in which phrases are looked for, and the way back to each word. */
function joined(sentences, word) {
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

/* Without what touches words that mean something else (those without an id), « adresse » in « adresse électronique », nor
   what lies within something longer. */
function longest(found) {
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

function bySentence(places) {
  const groups = new Map()
  for (const place of places) {
    if (!groups.has(place.sentence)) groups.set(place.sentence, [])
    groups.get(place.sentence).push(place)
  }
  return groups
}

/* The clauses of a sentence that say that something isn't asked for, each with the sign of it. What only names data beside
   them goes with them: « L’adresse, le RSA et le revenu ne sont pas demandés ». */
function deniedClauses(sentence, signs) {
  const clauses = new Map()
  if (!signs.length) return clauses
  const { tokens, data, dataAt } = sentence
  const wordy = wordyClauses(sentence, dataAt)
  const last = tokens.at(-1).clause
  const subjects = new Map(data.map(datum => [tokens[datum.from].clause, datum.to]).reverse())
  for (const { from, to, id } of signs) {
    const [first, final] = [tokens[from].clause, tokens[to].clause]
    for (let clause = first; clause <= final; clause += 1) clauses.set(clause, id)
    const spread = (clause, step) => {
      for (; clause >= 0 && clause <= last && !wordy.has(clause) && !clauses.has(clause); clause += step) clauses.set(clause, id)
    }
    if (subjects.get(first) < from) spread(first - 1, -1)
    else spread(final + 1, 1)
  }
  return clauses
}

/* The sign that what stands at a place isn't asked for: in its clause, or at the end of the sentence that leads to its list. */
function denialOf({ from }, sentence, sentences) {
  const own = sentence.denials.get(sentence.tokens[from].clause)
  if (own || sentence.lead < 0) return own
  const lead = sentences[sentence.lead]
  return lead.denials.get(lead.tokens.at(-1)?.clause)
}

/* The sign that shows what a datum serves for: in its sentence, in what leads to its list, or in the next sentences that
   name no datum of their own. A sentence without one belongs to the datum before it rather than to the one after. */
function purposeOf(datum, sentence, sentences, text) {
  for (const other of [sentence, ...leadsTo(sentence, sentences), ...neighbours(sentence, sentences)]) {
    const sign = other.purposes.find(({ rule }) => !rule.mentions.length || rule.mentions.includes(datum.id))
    if (!sign) continue
    const quote = other === sentence
      ? quoted(text, sentence, [datum, sign])
      : [...quoted(text, sentence, [datum]), { text: " […] " }, ...quoted(text, other, [sign])]
    return { sign: sign.id, quote }
  }
  return null
}

function* leadsTo(sentence, sentences) {
  for (let lead = sentence.lead, depth = 0; lead >= 0 && depth < NEAR; lead = sentences[lead].lead, depth += 1) {
    if (sentences[lead].kind === "body" && !sentences[lead].named.length) yield sentences[lead]
  }
}

function neighbours({ rank, block }, sentences) {
  const near = other => other?.block === block && other.kind === "body"
  const walk = step => {
    const found = []
    let at = rank + step
    for (; near(sentences[at]) && !sentences[at].named.length && found.length < NEAR; at += step) found.push(sentences[at])
    return [found, near(sentences[at]) && sentences[at].named.length > 0]
  }
  const [after] = walk(1)
  const [before, theirs] = walk(-1)
  return theirs ? after : [...after, ...before]
}

function remarked(text, body, sentences, data) {
  const justified = data.length > 0 && data.every(entry => entry.purpose)
  const leading = new Set(body.filter(sentence => sentence.lead >= 0 && sentence.named.length).map(({ lead }) => sentences[lead]))
  const excused = {
    "jamais": () => false,
    "donnee-dans-la-phrase": sentence => sentence.named.length > 0 || leading.has(sentence),
    "donnee-dans-le-texte": () => data.length > 0,
    "toutes-les-finalites": () => justified,
  }
  const found = new Map()
  for (const sentence of body) {
    for (const place of sentence.wordings) {
      const { id, mentions, excused: excuse } = place.rule
      const concerned = !mentions.length || sentence.named.some(datum => mentions.includes(datum.id))
      if (!concerned || excused[excuse](sentence)) continue
      if (!found.has(id)) found.set(id, new Map())
      const places = found.get(id)
      if (!places.has(sentence)) places.set(sentence, [])
      places.get(sentence).push(place)
    }
  }
  return [...found].map(([id, places]) => ({
    id,
    quotes: [...places].slice(0, QUOTES).map(([sentence, spans]) => quoted(text, sentence, spans)),
    more: Math.max(0, places.size - QUOTES),
  }))
}

/* A sentence as pieces of its text, the given words `marked`; what stands far from them is cut. */
function quoted(text, sentence, spans) {
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
    if (start > at) pieces.push({ text: at === sentence.start ? ending(text.slice(at, start)) : middle(text.slice(at, start)) })
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
