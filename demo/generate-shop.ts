import { braking } from './families/braking'
import { cards, collectibles } from './families/cards-and-collectibles'
import { exhaust, suspension } from './families/chassis-and-exhaust'
import { body, climate } from './families/climate-and-body'
import { cooling, transmission } from './families/cooling-and-transmission'
import { electrics, glazing, lighting } from './families/electrics'
import { engine } from './families/engine'
import type { FamilyPlan, RangePlan } from './families/family-plan'
import { filters, fluids } from './families/filters-and-fluids'
import { ignition, timing } from './families/timing-and-ignition'
import { tools, wheels } from './families/wheels-and-tools'
import { attributePlans } from './products/attributes'
import { type BrandPlan, brandPlans } from './products/brands'
import type { DemoProduct } from './products/demo-product'
import { makeProduct } from './products/make-product'
import type { Words } from './words/grammar'
import { type FamilyWords, readFamilyWords, wordsOfRange } from './words/read-words'

export type DemoRange = { slug: string; name: Words; description: Words; picture: string }
export type DemoFamily = { slug: string; name: Words; description: Words; ranges: DemoRange[] }

export type DemoShop = {
  families: DemoFamily[]
  brands: readonly BrandPlan[]
  attributes: typeof attributePlans
  products: DemoProduct[]
}

const FAMILIES: readonly FamilyPlan[] = [
  braking,
  filters,
  fluids,
  timing,
  ignition,
  engine,
  cooling,
  transmission,
  suspension,
  exhaust,
  electrics,
  lighting,
  glazing,
  climate,
  body,
  wheels,
  tools,
  cards,
  collectibles,
]

const USUAL_SHARE = 18

/** The same seed and size give the same shop, to the letter. */
export function generateShop({ seed = 'comptoir', products: wanted = 3000 } = {}): DemoShop {
  const products = [...generateProducts({ seed, products: wanted })]
  const pictures = new Map(products.toReversed().map(({ range, pictures }) => [range, pictures[0] ?? '']))
  return {
    families: FAMILIES.map((family) => familyInWords(family, pictures)),
    brands: brandPlans,
    attributes: attributePlans,
    products,
  }
}

/** The products of such a shop one after the other: however many there are, one at a time is in memory. */
export function* generateProducts({
  seed = 'comptoir',
  products: wanted = 3000,
} = {}): Generator<DemoProduct> {
  const taken = new Set<string>()
  const counts = countPerRange(wanted)
  for (const [position, family] of FAMILIES.entries()) {
    const words = { fr: readFamilyWords(family.slug, 'fr'), en: readFamilyWords(family.slug, 'en') }
    for (const [at, range] of family.ranges.entries()) {
      const code = `${family.slug.slice(0, 3).toUpperCase()}${position + 1}${String.fromCharCode(65 + at)}`
      for (let index = 0; index < (counts.get(range) ?? 1); index++)
        yield makeProduct(range, { seed, code, index, taken, words })
    }
  }
}

/** A family with its ranges in words; the picture of a range is that of its first product. */
function familyInWords(family: FamilyPlan, pictures: Map<string, string>): DemoFamily {
  const words = { fr: readFamilyWords(family.slug, 'fr'), en: readFamilyWords(family.slug, 'en') }
  const both = (say: (of: FamilyWords) => string): Words => ({ fr: say(words.fr), en: say(words.en) })
  return {
    slug: family.slug,
    name: both((of) => of.name),
    description: both((of) => of.about),
    ranges: family.ranges.map(({ slug }) => ({
      slug,
      name: both((of) => wordsOfRange(of, slug).name),
      description: both((of) => wordsOfRange(of, slug).about),
      picture: pictures.get(slug) ?? '',
    })),
  }
}

/** Every range has something to sell; the rest goes by share, and the last remainder to the largest shares. */
function countPerRange(wanted: number): Map<RangePlan, number> {
  const ranges = FAMILIES.flatMap(({ ranges }) => ranges)
  const share = (range: RangePlan) => range.share ?? USUAL_SHARE
  const total = ranges.reduce((sum, range) => sum + share(range), 0)
  const counts = new Map(
    ranges.map((range) => [range, Math.max(1, Math.floor((wanted * share(range)) / total))]),
  )
  let missing = wanted - [...counts.values()].reduce((sum, count) => sum + count, 0)
  const byShare = ranges.toSorted((a, b) => share(b) - share(a))
  for (let i = 0; missing > 0; i++, missing--) {
    const range = byShare[i % byShare.length]
    if (range) counts.set(range, (counts.get(range) ?? 0) + 1)
  }
  return counts
}
