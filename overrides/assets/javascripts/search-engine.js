/* Answers a query from the files that pages/search/shards.py writes, fetching those that it needs and no other. */
import { Words, distance, folded } from "./search-words.js"

const MOST_WORDS = 20
const PLURAL = /[sx]$/
const MOST_COMPLETIONS = 12
/* What is too little to be shown, beside the best result, and beside the best answer of the same page. */
const LEAST = 0.1
const BESIDE = 0.5
/* What a page's words are worth, beside those that were typed. */
const SYNONYM = 0.8
const GUESSED = 0.5
/* What the words of a page gain by saying a phrase together, or by following each other in its title. */
const PHRASE = 0.3
const PAIR = 0.6
const TITLE = 0.25

export class Engine {
  /* `address` is that of the index's first file, a folder below the site's. */
  constructor(address) {
    this.address = new URL(address, location)
    this.root = new URL("../", this.address)
    this.folder = new URL("assets/recherche/", this.root)
    this.files = new Map()
  }

  /* Return what answers a query, the best first, and what became of its words. A result is a list of ranks: a page, or one
     of its answers, then the others of that page. */
  async find(query) {
    try {
      return await this.#answered(query)
    } catch {
      /* The site may have been published anew since the first file came: it names files that are there no more. */
      return this.#answered(query)
    }
  }

  async #answered(query) {
    this.index = await this.#fetched(this.address.href, { cache: "no-cache" })
    this.words = new Words(this.index.rules, this.index.groups)
    const typed = [...new Set(this.words.of(query))].slice(0, MOST_WORDS)
    const tokens = typed.map(word => ({ word, stem: this.words.stem(word) })).filter(({ stem }) => stem)
    await Promise.all(tokens.map(token => this.#look(token)))
    await this.#join(tokens)
    await this.#guess(tokens, /[\p{L}\p{N}]$/u.test(query))
    const spans = this.words.phrases(tokens.map(({ stem }) => stem))
    const pairs = tokens.slice(1).map(({ stem }, start) => ({ start, term: `${tokens[start].stem} ${stem}` }))
    const whole = [{ start: 0, term: `${tokens.map(({ stem }) => stem).join(" ")}$` }]
    await Promise.all([...spans, ...pairs, ...whole].map(async span => (span.found = await this.#term(span.term))))
    const said = list => list.filter(({ found }) => found)
    for (const { start, end, found } of spans) for (const token of tokens.slice(start, end)) token.phrased ||= !!found
    return { results: this.#grouped(ranked(tokens, said(spans), said(pairs), said(whole))), tokens }
  }

  /* Return what is shown of some pages, by rank. */
  async described(ranks) {
    const { block, pages } = this.index
    return Promise.all(
      ranks.map(async rank => {
        const records = await this.#fetched(`pages-${pages[Math.floor(rank / block)]}.json`)
        const [address, title, kind, description, ...parts] = records[rank % block]
        return { address: new URL(address, this.root).href, title, kind, description, parts }
      }),
    )
  }

  /* The ranks of what was found, those of one page together, where its best answer is. */
  #grouped(scored) {
    const groups = new Map()
    for (const [rank, score] of scored) {
      const page = this.index.answers.find(([first, count]) => first <= rank && rank <= first + count)?.[0] ?? rank
      const group = groups.get(page) ?? { best: score, ranks: [] }
      if (score >= group.best * BESIDE) group.ranks.push(rank)
      groups.set(page, group)
    }
    return [...groups.values()].map(({ ranks }) => ranks)
  }

  /* Fetch a file once; one that did not come may be asked for again, and so may the first one. */
  #fetched(name, options) {
    if (!this.files.has(name)) {
      const file = fetch(new URL(name, this.folder), options).then(answer => {
        if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`)
        return answer.json()
      })
      this.files.set(name, file)
      file.catch(() => [name, this.address.href].forEach(lost => this.files.delete(lost)))
    }
    return this.files.get(name)
  }

  /* The rank of the file that would hold a term. */
  #shard(term) {
    const after = this.index.terms.findIndex(([first]) => first > term)
    return Math.max((after < 0 ? this.index.terms.length : after) - 1, 0)
  }

  #terms(shard) {
    return this.#fetched(`mots-${this.index.terms[shard][1]}.json`)
  }

  /* How rare a term is, and how much it says of each page by rank; nothing for an unknown one. */
  async #term(term) {
    const terms = await this.#terms(this.#shard(term))
    return Object.hasOwn(terms, term) ? read(terms[term], this.index.count) : undefined
  }

  async #look(token) {
    const found = await this.#term(token.stem)
    token.found = found ? [{ ...found, worth: 1 }] : []
  }

  /* Make one of two words that the site writes as one: « pré-remplir », « data pass ». */
  async #join(tokens) {
    for (let start = 0; start + 1 < tokens.length; start++) {
      const [first, second] = tokens.slice(start)
      if (first.found.length && second.found.length) continue
      const word = first.word + second.word
      const joined = { word, stem: this.words.stem(word) }
      await this.#look(joined)
      if (joined.found.length || this.words.phrases([joined.stem]).length) tokens.splice(start, 2, joined)
    }
  }

  /* Find what unknown words may stand for. */
  async #guess(tokens, unfinished) {
    const phrased = this.words.phrases(tokens.map(({ stem }) => stem))
    for (const [rank, token] of tokens.entries()) {
      if (token.found.length || phrased.some(({ start, end }) => start <= rank && rank < end)) continue
      if (unfinished && rank === tokens.length - 1) {
        await this.#replace(token, await this.#completed(this.words.single(folded(token.word))))
        if (token.found.length) continue
      }
      const known = await this.#corrected(folded(token.word))
      if (!known.length) continue
      token.corrected = known[0]
      await this.#replace(token, known.map(word => this.words.stem(word)))
    }
  }

  /* Take a word for another, or for several, of which the first is the likeliest. */
  async #replace(token, stems) {
    token.meant = [...new Set(stems)]
    const found = await Promise.all(token.meant.map(stem => this.#term(stem)))
    token.found = found.filter(Boolean).map((known, rank) => ({ ...known, worth: rank ? GUESSED : 1 }))
    if (token.meant.length === 1) [token.stem] = token.meant
  }

  /* The terms that begin with what is being typed, or the one of which it is becoming a longer form. */
  async #completed(typed) {
    const first = this.#shard(typed)
    const shards = await Promise.all([first, Math.min(first + 1, this.index.terms.length - 1)].map(at => this.#terms(at)))
    const begun = [...new Set(shards.flatMap(Object.keys))].filter(term => term.startsWith(typed) && !term.includes(" "))
    if (begun.length) return begun.slice(0, MOST_COMPLETIONS)
    for (const [start, rest] of this.words.cut(typed)) {
      if (rest && (await this.#term(start))) return [start]
    }
    return []
  }

  /* The words of the site that a misspelt one may stand for: those that differ least, the most common first. */
  async #corrected(typed) {
    const most = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2
    const { spellings } = this.index
    const lengths = Object.keys(spellings).filter(length => most && Math.abs(length - typed.length) <= most + 1)
    const lists = await Promise.all(lengths.map(length => this.#fetched(`formes-${spellings[length]}.json`)))
    const found = lists.flatMap(list => list.split(" ")).map(entry => {
      const known = entry.slice(0, -1)
      const written = [folded(known), folded(known).replace(PLURAL, "")]
      const edits = Math.min(...written.map(word => distance(typed, word, most)))
      return { known, common: Number(entry.at(-1)), edits }
    })
    const least = Math.min(most, ...found.map(({ edits }) => edits))
    const likely = found.filter(({ edits }) => edits === least).sort((one, other) => other.common - one.common)
    return likely.slice(0, 3).map(({ known }) => known)
  }
}

/* Read a term's pages, as shards.py writes them. */
function read(text, count) {
  const levels = new Map()
  let rank = -1
  for (const [, step, level] of text.matchAll(/([0-9a-z]*)([A-Z])/g)) {
    rank += step ? parseInt(step, 36) : 1
    levels.set(rank, ((level.charCodeAt(0) - 64.5) / 26) ** 2)
  }
  return { rarity: Math.log(1 + (count - levels.size + 0.5) / (levels.size + 0.5)), levels }
}

/* The ranks of pages with their scores, by how much they say of what is sought, and of how much of it. */
function ranked(tokens, spans, pairs, wholes) {
  const most = list => list.reduce((best, value) => Math.max(best, value), 0)
  const sum = list => list.reduce((total, value) => total + value, 0)
  const sought = tokens.map(({ found }) => most(found.map(({ rarity, worth }) => rarity * worth)))
  const whole = sum(sought)
  const terms = [...tokens.flatMap(({ found }) => found), ...spans.map(({ found }) => found)]
  const ranks = new Set(terms.flatMap(({ levels }) => [...levels.keys()]))
  const scored = [...ranks].map(rank => {
    const said = ({ rarity, levels }) => rarity * (levels.get(rank) ?? 0)
    const parts = tokens.map(({ found }) => most(found.map(term => said(term) * term.worth)))
    const met = parts.map(part => part > 0)
    let score = sum(parts) + PAIR * sum(pairs.map(({ found }) => said(found)))
    for (const { start, end, found } of spans) {
      const together = SYNONYM * said(found)
      if (!together) continue
      const alone = sum(parts.slice(start, end))
      score += together > alone ? together - alone * (1 - PHRASE) : together * PHRASE
      met.fill(true, start, end)
    }
    const covered = whole ? sum(sought.filter((_, index) => met[index])) / whole : 1
    score += TITLE * whole * sum(wholes.map(({ found }) => found.levels.get(rank) ?? 0))
    return [rank, score * Math.sqrt(covered)]
  })
  const best = most(scored.map(([, score]) => score))
  return scored
    .filter(([, score]) => score >= best * LEAST)
    .sort(([one, first], [other, second]) => second - first || one - other)
}
