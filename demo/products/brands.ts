import { readFileSync } from 'node:fs'
import type { Words } from '../words/grammar'

export type BrandPlan = {
  name: string
  country: string
  /** The shape of its part numbers: # is a digit, @ a capital letter, the rest stands as it is. */
  shapes: readonly string[]
  trades: readonly string[]
  /** Who they are, to follow their name between commas. */
  line: Words
}

/** Read from brands.txt: name, country, trades, shapes, and who they are in French and English, between bars. */
export const brandPlans: readonly BrandPlan[] = readFileSync(new URL('./brands.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => {
    const [name = '', country = '', trades = '', shapes = '', fr = '', en = ''] = line
      .split('|')
      .map((cell) => cell.trim())
    return { name, country, trades: trades.split(' '), shapes: shapes.split(' ; '), line: { fr, en } }
  })

export function brandsOf(trade: string): BrandPlan[] {
  const found = brandPlans.filter(({ trades }) => trades.includes(trade))
  if (found.length === 0) throw new Error(`no brand makes ${trade}`)
  return found
}

export function brandNamed(name: string): BrandPlan {
  const found = brandPlans.find((brand) => brand.name === name)
  if (!found) throw new Error(`no brand is called ${name}`)
  return found
}
