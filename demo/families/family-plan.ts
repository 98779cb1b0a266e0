import type { Random } from '../random'

export type Facts = Record<string, string | number>

/** One way in which a product is sold: a packing, a size, a language and condition. */
export type Choice = { options: Facts; priceShare: number; grams?: number }

export type KnownPart = {
  brand: string
  reference: string
  carNumbers?: readonly (readonly [maker: string, value: string])[]
}

/** The numbers of a range; its words are in `words/<family>.<language>.md`. */
export type RangePlan = {
  slug: string
  /** Which brands make it: a trade of brands.ts. */
  trade: string
  euros: readonly [from: number, to: number]
  grams: readonly [from: number, to: number]
  /** The folder of `pictures/` that shows it. */
  picture: string
  /** Which kind of the pictures there shows these facts: a charcoal filter is grey. */
  pictureKind?: (facts: Facts) => string
  /** How many products there are of it, compared with others. */
  share?: number
  facts?: (random: Random) => Facts
  /** Facts that belong in the product's name, in order. */
  named?: readonly string[]
  choices?: (random: Random) => readonly Choice[]
  /** References that shoppers are known to type. */
  known?: readonly KnownPart[]
  /** What car makers number too; fluids, tools and the like have no such numbers. */
  hasCarNumbers?: boolean
  vatClass?: 'standard' | 'reduced'
}

export type FamilyPlan = { slug: string; ranges: readonly RangePlan[] }

export const axle = (random: Random): Facts => ({ axle: random.pick(['front', 'front', 'rear']) })
export const side = (random: Random): Facts => ({ side: random.pick(['left', 'right']) })
export const axleAndSide = (random: Random): Facts => ({ ...axle(random), ...side(random) })
