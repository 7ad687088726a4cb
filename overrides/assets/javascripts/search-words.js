/* Text as the search reads it. pages/search/words.py and phrases.py do the same when the site is built, by the same rules:
   the index brings them. */
const APOSTROPHE = /['’]/
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu
const ARTICLE = /(^|[^\p{L}\p{N}])([lrd])\.?[ \u00a0\u202f]*(?=\d{3})/gu
const ACCENT = /[\u0300-\u036f]/g

/* A word without its accents. */
export const folded = word => word.normalize("NFD").replace(ACCENT, "").replaceAll("œ", "oe").replaceAll("æ", "ae")

export class Words {
  constructor({ elided, stop, steps, doubled, shortest }, groups = []) {
    this.elided = new Set(elided)
    this.stop = new Set(stop)
    this.steps = steps
    this.doubled = new RegExp(`([${doubled}])\\1`, "g")
    this.shortest = shortest
    this.groups = groups.map(group => group.map(phrase => phrase.split(" ")))
  }

  /* The words of a text, in lower case, with their accents. */
  of(text) {
    const lowered = text.normalize("NFC").toLowerCase().replace(ARTICLE, "$1$2")
    return (lowered.match(WORD) ?? []).map(found => {
      const parts = found.split(APOSTROPHE)
      while (parts.length > 1 && this.elided.has(parts[0])) parts.shift()
      return parts.join("")
    })
  }

  /* What a word shares with its kin; empty for a word that says nothing. */
  stem(word) {
    let bare = folded(word)
    if (this.stop.has(bare)) return ""
    if (bare.length < this.shortest || !/^\p{L}+$/u.test(bare)) return bare
    for (const step of this.steps) {
      const rule = step.find(([ending, , before]) => bare.endsWith(ending) && bare.length - ending.length >= before)
      if (rule) bare = bare.slice(0, bare.length - rule[0].length) + rule[1]
    }
    return this.single(bare)
  }

  /* A word whose double letters are single, as stems have them. */
  single(word) {
    return word.replace(this.doubled, "$1")
  }

  /* The ways to cut a word before the beginning of an ending, the longest start first. */
  cut(word) {
    const endings = this.steps.flat().map(([ending]) => ending)
    return Array.from({ length: Math.max(0, word.length - this.shortest) }, (_, index) => word.length - index - 1)
      .map(length => [word.slice(0, length), word.slice(length)])
      .filter(([, rest]) => endings.some(ending => ending.startsWith(rest)))
  }

  /* The phrases of groups of synonyms among stems: where each starts and ends, and the term of its group. */
  phrases(stems) {
    return stems.flatMap((_, start) =>
      this.groups.flatMap((group, rank) =>
        group
          .filter(phrase => phrase.every((stem, index) => stems[start + index] === stem))
          .map(phrase => ({ start, end: start + phrase.length, term: `=${rank}` })),
      ),
    )
  }
}

/* How many letters to add, drop, replace or swap between two words, or anything above `most`. */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const now = [row]
    for (let column = 1; column <= other.length; column++) {
      const replaced = last[column - 1] + (one[row - 1] === other[column - 1] ? 0 : 1)
      now[column] = Math.min(last[column] + 1, now[column - 1] + 1, replaced)
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        now[column] = Math.min(now[column], before[column - 2] + 1)
      }
    }
    if (Math.min(...now) > most) return most + 1
    ;[before, last] = [last, now]
  }
  return last[other.length]
}
