/* What a délibération says of the data that it names: `analysed(text, rules)` is a function of its arguments alone.
   The rules are those of data/mentions.yaml, data/signs.yaml and data/wordings.yaml. */
import { bySentence, joined, longest } from "./verify-phrases.js"
import { quoted } from "./verify-quotes.js"
import { sentencesOf } from "./verify-sentences.js"

const NEAR = 2 // sentences around a datum in which its purpose is looked for
const QUOTES = 3 // sentences quoted for one wording, at most
const LINKS = new Set("le la les l un une de du des d et ou son sa leur leur ses se ce cette ces ni".split(" "))

/* Returns `data`, one entry a datum found: its `id`, where it is `asked` for and its `purpose`, each a `sign` and a
   `quote`, or nothing; `denied`, the data said not to be asked for; `wordings`, with their `quotes`; and how many
   `remarks`. */
export function analysed(text, rules) {
  const sentences = sentencesOf(text)
  const body = sentences.filter(sentence => sentence.kind === "body")
  const denied = read(sentences, rules)
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
    denied: [...denied].filter(([id]) => !entries.has(id)).map(([id, sign]) => ({ id, sign })),
    wordings,
    remarks: data.filter(entry => !entry.purpose).length + wordings.length,
  }
}

/* Notes on each sentence the data that it names and doesn't deny, its signs and its wordings; returns the data that are
   said not to be asked for, each with the sign of it. */
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
    const of = (phrases, mark) => [
      ...plain.places(phrases.filter(phrase => !phrase.includes("@")), mark),
      ...around.places(phrases.filter(phrase => phrase.includes("@")), mark),
    ]
    return longest([...of(rule.words, { id: rule.id, rule }), ...of(rule.excluded, { id: "" })])
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
  return denied
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
  for (const { from, to } of data) {
    for (let rank = from; rank <= to; rank += 1) signs.set(rank, rank === from ? "@" : "")
  }
  return signs
}

/* The clauses of a sentence that say that something isn't asked for, each with the sign of it. What only names data
   beside them goes with them: « L’adresse, le RSA et le revenu ne sont pas demandés ». */
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
    const free = clause => clause >= 0 && clause <= last && !wordy.has(clause) && !clauses.has(clause)
    const spread = (clause, step) => {
      for (; free(clause); clause += step) clauses.set(clause, id)
    }
    if (subjects.get(first) < from) spread(first - 1, -1)
    else spread(final + 1, 1)
  }
  return clauses
}

/* The sign that what stands at a place isn't asked for: in its clause, or at the end of what leads to its list. */
function denialOf({ from }, sentence, sentences) {
  const own = sentence.denials.get(sentence.tokens[from].clause)
  if (own || sentence.lead < 0) return own
  const lead = sentences[sentence.lead]
  return lead.denials.get(lead.tokens.at(-1)?.clause)
}

/* The sign that shows what a datum serves for: in its sentence, in what leads to its list, or in the sentences around
   that name no datum of their own. A sentence without one belongs to the datum before it rather than to the one after. */
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
    for (; near(sentences[at]) && !sentences[at].named.length && found.length < NEAR; at += step) {
      found.push(sentences[at])
    }
    return [found, near(sentences[at]) && sentences[at].named.length > 0]
  }
  const [after] = walk(1)
  const [before, theirs] = walk(-1)
  return theirs ? after : [...after, ...before]
}

function remarked(text, body, sentences, data) {
  const justified = data.length > 0 && data.every(entry => entry.purpose)
  const items = body.filter(sentence => sentence.lead >= 0 && sentence.named.length)
  const leading = new Set(items.map(({ lead }) => sentences[lead]))
  const excused = {
    "jamais": () => false,
    "donnee-dans-la-phrase": sentence => sentence.named.length > 0 || leading.has(sentence),
    "donnee-dans-le-texte": () => data.length > 0,
    "toutes-les-finalites": () => justified,
  }
  const found = new Map()
  for (const sentence of body) {
    const named = new Set(sentence.named.map(datum => datum.id))
    for (const place of sentence.wordings) {
      const { id, mentions, excused: excuse } = place.rule
      const concerned = !mentions.length || mentions.some(mention => named.has(mention))
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
