import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

export type Random = ReturnType<typeof randomFrom>

/** The same words give the same numbers, always: each product draws from its own name, so adding one moves no other. */
export function randomFrom(...words: (string | number)[]) {
  const generator = xoroshiro128plus(seedOf(words.join('/')))
  // The first numbers after a seed still resemble it.
  for (let i = 0; i < 16; i++) generator.next()
  const int = (min: number, max: number) => uniformInt(generator, min, max)

  return {
    int,
    /** A number between min and max with the given number of decimals. */
    number: (min: number, max: number, decimals = 2) => {
      const factor = 10 ** decimals
      return int(Math.round(min * factor), Math.round(max * factor)) / factor
    },
    chance: (percent: number) => int(1, 100) <= percent,
    pick<T>(list: readonly T[]): T {
      return chosen(list, int(0, list.length - 1))
    },
    /** Some different entries of the list, in the list's order. */
    some<T>(list: readonly T[], count: number): T[] {
      const left = list.map((_, index) => index)
      const kept = new Set<number>()
      while (kept.size < Math.min(count, list.length)) {
        const at = int(0, left.length - 1)
        kept.add(chosen(left, at))
        left.splice(at, 1)
      }
      return list.filter((_, index) => kept.has(index))
    },
  }
}

function chosen<T>(list: readonly T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new Error('cannot pick from an empty list')
  return found
}

/** FNV-1a: spreads similar words far apart. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash | 0
}
