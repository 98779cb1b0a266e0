import type { Choice, Facts } from '../families/family-plan'
import type { Random } from '../random'
import { slugOf, type Words } from '../words/grammar'
import type { Game } from './subjects'

const RARITIES = [
  'common',
  'common',
  'common',
  'uncommon',
  'uncommon',
  'rare',
  'rare',
  'epic',
  'legendary',
] as const
const CARDS_IN_A_SET = 180

/** Euros of a card in perfect condition, by rarity. */
const WORTH: Record<string, readonly [number, number]> = {
  common: [0.3, 1.2],
  uncommon: [0.8, 3.5],
  rare: [3, 14],
  epic: [9, 38],
  legendary: [24, 129],
}

export type Printed = { key: string; set: Words; number?: string; rarity?: string }

/** In which set of its game a product came out; a single card also has a number and a rarity. */
export function printedIn(
  game: Game,
  { index, random, isSingle }: { index: number; random: Random; isSingle: boolean },
): { game: Printed; facts: Facts } {
  const set = game.sets[Math.floor(index / 4) % game.sets.length]
  if (!set) throw new Error(`${game.key} has no sets`)
  const facts: Facts = { game: game.key, card_set: slugOf(set.fr) }
  if (!isSingle) return { game: { key: game.key, set }, facts }

  const rarity = random.pick(RARITIES)
  // Each number of a set is given once: four games and five sets take turns.
  const position = (Math.floor(index / 20) % CARDS_IN_A_SET) + 1
  const number = `${String(position).padStart(3, '0')}/${CARDS_IN_A_SET}`
  return { game: { key: game.key, set, number, rarity }, facts: { ...facts, rarity } }
}

const WORN = { mint: 1.15, 'near-mint': 1, excellent: 0.82, good: 0.6, played: 0.4 } as const

/** A card is sold by language, condition and finish; price shares are euros here, worth being set by rarity. */
export function cardChoices(rarity: string, random: Random): { euros: number; choices: Choice[] } {
  const [from, to] = WORTH[rarity] ?? [1, 3]
  const languages = random.pick([['fr'], ['fr', 'en'], ['fr', 'en'], ['en']])
  const conditions = random.some(Object.keys(WORN) as (keyof typeof WORN)[], random.int(1, 3))
  const finishes = rarity === 'common' || random.chance(55) ? ['no'] : ['no', 'yes']
  const choices = languages.flatMap((card_language) =>
    conditions.flatMap((condition) =>
      finishes.map((foil) => ({
        options: { card_language, condition, foil },
        priceShare: WORN[condition] * (foil === 'yes' ? 2.2 : 1) * (card_language === 'fr' ? 1 : 0.92),
      })),
    ),
  )
  return { euros: random.number(from, to), choices }
}
