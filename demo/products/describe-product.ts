import type { Language } from '~/i18n/language'
import type { Facts } from '../families/family-plan'
import { type Random, randomFrom } from '../random'
import { articles, capital, enumerated, fill, type Piece, type Words } from '../words/grammar'
import type { RangeWords } from '../words/read-words'
import * as sentences from '../words/sentences'
import { attributePlan, saidInName, worded } from './attributes'
import type { BrandPlan } from './brands'

/** Everything that is known of a product when its words are chosen. */
export type Described = {
  key: string
  brand: BrandPlan
  reference: string
  facts: Facts
  named: readonly string[]
  carNumbers: readonly { maker: string; value: string }[]
  hasCarNumbers: boolean
  /** The title of a figurine, a print, a card. */
  title?: Words
  game?: { key: string; set: Words; number?: string; rarity?: string }
}

export function nameProduct(product: Described, piece: Piece, language: Language): string {
  const { brand, reference, title, game } = product
  const facts = enumeratedFacts(product.named, product.facts, language)
  const tail = facts && `, ${facts}`
  if (game) {
    const titled = title
      ? `${title[language]} – ${game.set[language]}`
      : `${capital(piece.one)} ${game.set[language]}`
    return `${titled}${game.number ? ` ${game.number}` : ` – ${worded('game', game.key, language)} (${reference})`}${tail}`
  }
  if (title) {
    const year = product.facts.year === undefined ? '' : `, ${product.facts.year}`
    return language === 'fr'
      ? `${title.fr}${year} – ${piece.one} ${brand.name} ${reference}`
      : `${title.en}${year} – ${brand.name} ${piece.one} ${reference}`
  }
  return language === 'fr'
    ? `${capital(piece.one)} ${brand.name} ${reference}${tail}`
    : `${brand.name} ${reference} ${piece.one}${tail}`
}

const enumeratedFacts = (keys: readonly string[], facts: Facts, language: Language) =>
  keys
    .map((key) => saidInName(key, facts, language))
    .filter(Boolean)
    .join(', ')

/** Two or three short paragraphs: who made it, what it measures, what is worth knowing, what it replaces. */
export function describeProduct(
  product: Described,
  range: RangeWords,
  { tips, language }: { tips: readonly string[]; language: Language },
): string {
  const random = randomFrom('words', product.key, language)
  const words = wordsOf(product, range, language)
  const say = (list: readonly string[]) => sayOne(random, list, words)

  const opening = say(openingsOf(product)[language])
  const facts = words.facts ? say(sentences.FACTS[language]) : ''
  const notes = random.some(sayable(range.notes, words), random.pick([1, 2, 2]))
  const more = product.game?.number ? random.some(sentences.LORE[language], 2) : []
  const numbers = product.carNumbers.length > 0 ? say(sentences.CAR_NUMBERS[language]) : ''
  const tip = random.chance(70) ? random.pick(tips) : ''

  const paragraphs = random.pick([
    [
      [opening, facts],
      [...notes, ...more],
      [numbers, tip],
    ],
    [[opening, ...notes], [facts, numbers, ...more], [tip]],
    [
      [opening, ...more, ...notes],
      [facts, numbers, tip],
    ],
  ])
  return paragraphs
    .map((parts) => parts.filter(Boolean).join(' '))
    .filter(Boolean)
    .join('\n\n')
}

function openingsOf({ game, title, hasCarNumbers }: Described) {
  if (game?.number) return sentences.CARD_OPENINGS
  if (title) return sentences.PIECE_OPENINGS
  if (game) return sentences.GAME_OPENINGS
  return hasCarNumbers ? sentences.PART_OPENINGS : sentences.GOODS_OPENINGS
}

function wordsOf(product: Described, range: RangeWords, language: Language): Record<string, string> {
  const { brand, reference, facts, carNumbers, title, game } = product
  const told = Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [key, worded(key, value, language)]),
  )
  const numbers = carNumbers.map(({ maker, value }) => `${maker} ${value}`)
  const rarity = game?.rarity ? worded('rarity', game.rarity, language) : ''
  const aRarity = `${/^[aeiou]/.test(rarity) ? 'an' : 'a'} ${rarity}`
  return {
    ...told,
    ...articles(range, language),
    brand: brand.name,
    line: brand.line[language],
    ref: reference,
    facts: listFacts(facts, language),
    numbers: enumerated(numbers, language),
    anyNumber: enumerated(numbers, language, { fr: 'ou', en: 'or' }),
    title: title?.[language] ?? '',
    set: game?.set[language] ?? '',
    game: game ? worded('game', game.key, language) : '',
    number: game?.number ?? '',
    rarity,
    aRarity,
    ARarity: capital(aRarity),
  }
}

/** « essieu avant, Ø 280 mm, type de disque : ventilé ». */
function listFacts(facts: Facts, language: Language): string {
  return Object.entries(facts)
    .filter(([key]) => !['game', 'card_set', 'rarity'].includes(key))
    .map(([key, value]) => {
      const { said, label, unit } = attributePlan(key)
      const saysWhat = said[language].replace('{}', '').trim() !== (unit ?? '')
      if (saysWhat) return saidInName(key, facts, language)
      const colon = language === 'fr' ? ' : ' : ': '
      const name = inSentence(label[language])
      return `${name}${colon}${worded(key, value, language)}${unit ? ` ${unit}` : ''}`
    })
    .join(', ')
}

/** A label loses its capital inside a sentence, an acronym keeps its own. */
const inSentence = (label: string) =>
  /^.[A-Z]/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)

const sayable = (list: readonly string[], words: Record<string, string>) =>
  list.map((sentence) => fill(sentence, words)).filter((sentence) => sentence !== null)

function sayOne(random: Random, list: readonly string[], words: Record<string, string>): string {
  const choices = sayable(list, words)
  return choices.length > 0 ? random.pick(choices) : ''
}
