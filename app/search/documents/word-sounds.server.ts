import phonetic from 'talisman/phonetics/french/phonetic.js'

const SHORTEST = 3
const LONGEST = 30
const MOST_KEPT = 20_000

const known = new Map<string, string>()

/**
 * What a French word sounds like, the same for all that are spoken alike: « plakete » and « plaquette ». Empty for what is
 * no word. The library tells s from z and ai from è, which who writes by ear does not.
 */
export function soundOf(word: string): string {
  const kept = known.get(word)
  if (kept !== undefined) return kept
  const sound = hear(word)
  if (known.size >= MOST_KEPT) known.clear()
  known.set(word, sound)
  return sound
}

function hear(word: string): string {
  if (word.length < SHORTEST || word.length > LONGEST || !/^[a-z]+$/.test(word)) return ''
  return phonetic(word).replace(/Z/g, 'S').replace(/AI|EI/g, 'E').replace(/X/g, 'KS')
}
