import type { Language } from '~/i18n/language'
import type { Choice, Facts, KnownPart, RangePlan } from '../families/family-plan'
import { listPictures } from '../pictures/picture-files'
import { type Random, randomFrom } from '../random'
import { slugOf } from '../words/grammar'
import { type FamilyWords, wordsOfRange } from '../words/read-words'
import { type BrandPlan, brandNamed, brandsOf } from './brands'
import { CAR_MAKERS } from './car-makers'
import { cardChoices, printedIn } from './card-printing'
import type { DemoProduct, DemoVariant } from './demo-product'
import { type Described, describeProduct, nameProduct } from './describe-product'
import { euroWithin, naturalCents, stockOf } from './prices'
import { GAMES, subjectOf } from './subjects'

type Making = {
  seed: string
  /** The range's part of the SKU. */
  code: string
  index: number
  /** Slugs and references already given. */
  taken: Set<string>
  words: Record<Language, FamilyWords>
}

const UNIQUE_PIECES = new Set([
  'statuettes',
  'monnaies-et-medailles',
  'robots-en-tole',
  'miniatures-automobiles',
  'timbres',
])

export function makeProduct(range: RangePlan, making: Making): DemoProduct {
  const { seed, code, index, taken } = making
  const key = `${seed}/${range.slug}/${index}`
  const random = randomFrom(key)
  const known = range.known?.[index]
  const described = whatItIs(range, { key, index, known, random, taken })
  const words = {
    fr: wordsOfRange(making.words.fr, range.slug),
    en: wordsOfRange(making.words.en, range.slug),
  }
  const name = { fr: nameProduct(described, words.fr, 'fr'), en: nameProduct(described, words.en, 'en') }
  const description = (language: Language) =>
    describeProduct(described, words[language], { tips: making.words[language].tips, language })
  const isUnique = UNIQUE_PIECES.has(range.slug) && random.chance(55)
  const subjectKind = described.title && subjectOf(range.slug, index)?.kind

  return {
    range: range.slug,
    brand: described.brand.name,
    slug: untaken(taken, slugOf(name.fr)),
    name,
    description: { fr: description('fr'), en: description('en') },
    attributes: described.facts,
    tags: tagsOf(random, isUnique),
    vatClass: range.vatClass ?? 'standard',
    daysAgo: random.int(1, 420),
    references: [
      { kind: 'manufacturer', maker: described.brand.name, value: described.reference },
      ...described.carNumbers.map((number) => ({ kind: 'oem' as const, ...number })),
    ],
    pictures: picturesOf(range, { facts: described.facts, kind: subjectKind, random }),
    variants: variantsOf(range, {
      sku: `${code}-${String(index + 1).padStart(4, '0')}`,
      described,
      isUnique,
      random,
    }),
  }
}

type Choosing = {
  key: string
  index: number
  known: KnownPart | undefined
  random: Random
  taken: Set<string>
}

function whatItIs(range: RangePlan, { key, index, known, random, taken }: Choosing): Described {
  const game = range.trade === 'jeux' ? GAMES[index % GAMES.length] : undefined
  const brand = known
    ? brandNamed(known.brand)
    : game
      ? brandNamed(game.brand)
      : random.pick(brandsOf(range.trade))
  const hasCarNumbers = range.hasCarNumbers !== false
  const facts = range.facts?.(random) ?? {}
  const title = subjectOf(range.slug, index)?.title
  const described: Described = {
    key,
    brand,
    reference: known ? known.reference : newReference(brand, random, taken),
    facts,
    named: range.named ?? [],
    carNumbers: known?.carNumbers
      ? known.carNumbers.map(([maker, value]) => ({ maker, value }))
      : hasCarNumbers
        ? newCarNumbers(random)
        : [],
    hasCarNumbers,
    title,
  }
  if (!game) return described
  const printed = printedIn(game, { index, random, isSingle: range.slug === 'cartes-a-l-unite' })
  return { ...described, facts: { ...printed.facts, ...facts }, game: printed.game }
}

/** Makers run out of short numbers: after a few tries a number gets another digit. */
function newReference(brand: BrandPlan, random: Random, taken: Set<string>): string {
  for (let tries = 0; ; tries++) {
    const more = tries > 20 ? '#'.repeat(Math.ceil(tries / 20)) : ''
    const reference = shaped(random.pick(brand.shapes) + more, random)
    const key = `${brand.name}/${reference}`
    if (taken.has(key)) continue
    taken.add(key)
    return reference
  }
}

const newCarNumbers = (random: Random) =>
  random
    .some(CAR_MAKERS, random.pick([1, 1, 2, 2, 3]))
    .map(({ name, shapes }) => ({ maker: name, value: shaped(random.pick(shapes), random) }))

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const shaped = (shape: string, random: Random) =>
  shape.replace(/[#@]/g, (mark) => (mark === '#' ? String(random.int(0, 9)) : random.pick([...LETTERS])))

function untaken(taken: Set<string>, slug: string): string {
  let free = slug
  for (let count = 2; taken.has(`/${free}`); count++) free = `${slug}-${count}`
  taken.add(`/${free}`)
  return free
}

function tagsOf(random: Random, isUnique: boolean): string[] {
  const tags = [
    isUnique && 'piece-unique',
    random.chance(8) && 'nouveaute',
    random.chance(5) && 'coup-de-coeur',
  ]
  return tags.filter((tag) => tag !== false)
}

function picturesOf(
  range: RangePlan,
  { facts, kind, random }: { facts: Facts; kind: string | undefined; random: Random },
): string[] {
  const shown = range.pictureKind?.(facts) ?? kind
  return [random.pick(listPictures(range.picture, shown))]
}

function offerOf(
  range: RangePlan,
  { game }: Described,
  random: Random,
): { euros: number; choices: readonly Choice[] } {
  if (game?.rarity) return cardChoices(game.rarity, random)
  return {
    euros: euroWithin(range.euros, random),
    choices: range.choices?.(random) ?? [{ options: {}, priceShare: 1 }],
  }
}

type Selling = { sku: string; described: Described; isUnique: boolean; random: Random }

function variantsOf(range: RangePlan, { sku, described, isUnique, random }: Selling): DemoVariant[] {
  const { euros, choices } = offerOf(range, described, random)
  const grams = random.int(...range.grams)
  const isReduced = random.chance(9)
  const discount = random.number(0.72, 0.9)
  return choices.map((choice, at) => {
    const priceCents = naturalCents(euros * choice.priceShare, random)
    const saleCents = isReduced ? naturalCents((priceCents / 100) * discount, random) : null
    return {
      sku: choices.length > 1 ? `${sku}-${String.fromCharCode(65 + at)}` : sku,
      options: choice.options,
      weightGrams: choice.grams ?? grams,
      priceCents,
      saleCents: saleCents !== null && saleCents < priceCents ? saleCents : null,
      onHand: described.game?.number ? Math.ceil(stockOf(random, false) / 8) : stockOf(random, isUnique),
    }
  })
}
