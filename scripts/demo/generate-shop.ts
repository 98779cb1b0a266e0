import { attributePlans } from './attributes'
import { type BrandPlan, brandPlans } from './brands'
import type { FamilyPlan, Language, RangePlan, Words } from './catalogue-words'
import type { DemoProduct } from './demo-product'
import { braking } from './families/braking'
import { cards, collectibles } from './families/cards-and-collectibles'
import { exhaust, suspension } from './families/chassis-and-exhaust'
import { body, climate } from './families/climate-and-body'
import { cooling, transmission } from './families/cooling-and-transmission'
import { electrics, glazing, lighting } from './families/electrics'
import { engine } from './families/engine'
import { filters, fluids } from './families/filters-and-fluids'
import { ignition, timing } from './families/timing-and-ignition'
import { tools, wheels } from './families/wheels-and-tools'
import { makeProduct } from './make-product'
import { type FamilyWords, readFamilyWords } from './read-words'

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
  const families: DemoFamily[] = []
  const products: DemoProduct[] = []
  const taken = new Set<string>()
  const counts = countPerRange(wanted)

  FAMILIES.forEach((family, position) => {
    const words = { fr: readFamilyWords(family.slug, 'fr'), en: readFamilyWords(family.slug, 'en') }
    const both = (say: (of: FamilyWords) => string): Words => ({ fr: say(words.fr), en: say(words.en) })

    const ranges = family.ranges.map((range, at): DemoRange => {
      const code = `${family.slug.slice(0, 3).toUpperCase()}${position + 1}${String.fromCharCode(65 + at)}`
      const rangeWords = (language: Language) => wordsOfRange(words[language], range.slug)
      const made = Array.from({ length: counts.get(range) ?? 1 }, (_, index) =>
        makeProduct(range, { seed, code, index, taken, words: { fr: words.fr, en: words.en } }),
      )
      products.push(...made)
      return {
        slug: range.slug,
        name: { fr: rangeWords('fr').name, en: rangeWords('en').name },
        description: { fr: rangeWords('fr').about, en: rangeWords('en').about },
        picture: made[0]?.pictures[0] ?? '',
      }
    })
    families.push({
      slug: family.slug,
      name: both((of) => of.name),
      description: both((of) => of.about),
      ranges,
    })
  })

  return { families, brands: brandPlans, attributes: attributePlans, products }
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

function wordsOfRange(family: FamilyWords, slug: string) {
  const found = family.ranges.get(slug)
  if (!found) throw new Error(`${family.name} has no words for ${slug}`)
  return found
}
