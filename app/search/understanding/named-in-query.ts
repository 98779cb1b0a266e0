import { typosAllowed, typosBetween } from './query-words'
import { isChassisCode, type KnownMake, type ReadModel, type VehicleVocabulary } from './vehicle-vocabulary'

export type PartWords = {
  /** How many of the words from here on are one name of a part. */
  phraseAt: (words: readonly string[], from: number) => number
  has: (word: string) => boolean
  /** Whether a word is any of the shop's, brands too: then it is no misspelt vehicle. */
  knows: (word: string) => boolean
  /** Whether one begins so. */
  begins: (word: string) => boolean
  /** What a word sounds like, for names of vehicles that were written by ear. */
  soundOf: (word: string) => string
}

export type Span = { from: number; length: number }
export type FoundMake = Span & { makes: readonly KnownMake[] }
export type FoundModel = Span & { models: readonly ReadModel[]; name: string; isGuess: boolean }

/** The words of a query among which vehicles are looked for; those that are not free belong to something else. */
export type Guess = {
  words: readonly string[]
  isFree: (at: number) => boolean
  vehicles: VehicleVocabulary
  parts: PartWords
  /** The last word may not be finished. */
  mayGoOn: boolean
}

export function findMake(guess: Guess): FoundMake | null {
  for (const span of spans(guess)) {
    const makes = guess.vehicles.makes.get(span.name)
    if (makes && !isMeantAsPart(guess, span)) return { ...span, makes }
  }
  for (const span of misspelt(guess)) {
    const name = nearestName(span.name, [...guess.vehicles.makes.keys()], guess.parts)
    const makes = name && guess.vehicles.makes.get(name)
    if (makes) return { ...span, makes }
  }
  return null
}

/** « Mini cric », « smart »: a make that is a plain word of the shop counts beside a model only. */
function isMeantAsPart({ parts, words }: Guess, { name, length }: Span & { name: string }): boolean {
  return length === 1 && parts.has(name) && words.length < 3
}

/** The longest name of a model; names before numbers, and what goes with the make before what does not. */
export function findModel(guess: Guess, make: FoundMake | null): FoundModel | null {
  const { vehicles } = guess
  const isMade = (one: ReadModel) => !make || make.makes.some(({ id }) => id === one.make.id)
  const found = spans(guess).flatMap((span): FoundModel[] => {
    if (make && overlap(span, make) && span.length <= make.length) return []
    const named = vehicles.models.get(span.name)
    if (!named || (named.needsMake && !standsBeside(span, make))) return []
    const models = named.models.filter(isMade)
    // A make that does not build it was no make of this vehicle: the model's name says more.
    const meant = models.length > 0 || (make && /^\d+$/.test(span.name)) ? models : named.models
    return meant.length > 0 ? [{ ...span, models: meant, isGuess: false }] : []
  })
  const [best] = found.toSorted((a, b) => rankOf(b, make) - rankOf(a, make) || a.from - b.from)
  return best ?? tradeNumber(guess, make) ?? guessModel(guess, make)
}

function standsBeside({ from }: Span, make: Span | null): boolean {
  return make !== null && from === make.from + make.length
}

function rankOf({ name, length, models, from }: FoundModel, make: FoundMake | null): number {
  const isNumber = /^\d+$/.test(name)
  const isMade = make !== null && models.some((one) => make.makes.some(({ id }) => id === one.make.id))
  const isBeside = make !== null && from === make.from + make.length
  const looksLikeYear = /^(19|20)\d\d$/.test(name)
  return (
    length * 4 +
    name.length +
    (isMade ? 8 : 0) +
    (isBeside ? 6 : 0) -
    (isNumber ? 6 : 0) -
    (looksLikeYear ? 6 : 0)
  )
}

/** « 320d », « C220 CDI », « E 270 »: makers who write the engine into the name. */
function tradeNumber({ words, isFree, vehicles }: Guess, make: FoundMake | null): FoundModel | null {
  const isOf = (name: string) => !make || make.makes.some((one) => one.name.toLowerCase().startsWith(name))
  for (let from = 0; from < words.length; from++) {
    const word = words[from] ?? ''
    if (!isFree(from)) continue
    const [, series = ''] = /^([1-8])\d\d(?:d|i|xd|xi|e|td|tds|ci|cd)?$/.exec(word) ?? []
    const isBmw = series && isOf('bmw') && (make || /[a-z]$/.test(word))
    const bmw = isBmw ? vehicles.models.get(`serie${series}`) : undefined
    if (bmw) return { from, length: 1, models: bmw.models, name: word, isGuess: false }
    const [, letter = ''] = /^([abcegmsvrk]|cl[aks]|gl[abcekas]|ml)\d{3}(?:d|cdi|e|k)?$/.exec(word) ?? []
    const benz =
      letter && isOf('mercedes')
        ? (vehicles.models.get(`classe${letter}`) ?? vehicles.models.get(letter))
        : undefined
    if (benz) return { from, length: 1, models: benz.models, name: word, isGuess: false }
  }
  return null
}

export function findChassis({ words, isFree, vehicles }: Guess, make: FoundMake | null): FoundModel | null {
  for (let from = 0; from < words.length; from++) {
    const name = words[from] ?? ''
    const known = isFree(from) && isChassisCode(name) ? vehicles.chassis.get(name) : undefined
    const models = known?.filter((one) => !make || make.makes.some(({ id }) => id === one.make.id)) ?? []
    if (models.length > 0) return { from, length: 1, models, name, isGuess: false }
  }
  return null
}

/** A name written by ear or with a typo, where no part is called so. */
function guessModel(guess: Guess, make: FoundMake | null): FoundModel | null {
  const { vehicles, parts } = guess
  const isMade = (one: ReadModel) => !make || make.makes.some(({ id }) => id === one.make.id)
  for (const span of misspelt(guess)) {
    const names = [...vehicles.models].flatMap(([name, { models }]) =>
      models.some(({ base }) => base === name) ? [name] : [],
    )
    const name = nearestName(span.name, names, parts)
    const models = name ? (vehicles.models.get(name)?.models.filter(isMade) ?? []) : []
    if (name && models.length > 0) return { ...span, models, name, isGuess: true }
  }
  return guess.mayGoOn ? begunModel(guess, isMade) : null
}

const SHORTEST_BEGUN = 3

/** While somebody types: « gol » may become « golf », unless it begins a part. */
function begunModel(
  { words, isFree, vehicles, parts }: Guess,
  isMade: (one: ReadModel) => boolean,
): FoundModel | null {
  const from = words.length - 1
  const begun = words[from] ?? ''
  if (from < 1 || begun.length < SHORTEST_BEGUN || !/^[a-z]+$/.test(begun)) return null
  if (!isFree(from) || parts.begins(begun)) return null
  for (const [name, { models }] of vehicles.models) {
    const own = models.filter((one) => one.base === name && isMade(one))
    if (name.startsWith(begun) && own.length > 0) return { from, length: 1, models: own, name, isGuess: true }
  }
  return null
}

const SHORTEST_GUESSED = 5

function misspelt({ words, isFree, parts, vehicles }: Guess): (Span & { name: string })[] {
  return words.flatMap((name, from) =>
    isFree(from) &&
    name.length >= SHORTEST_GUESSED &&
    /^[a-z]+$/.test(name) &&
    !parts.knows(name) &&
    !vehicles.typeWords.has(name) &&
    !vehicles.makes.has(name) &&
    !vehicles.models.has(name)
      ? [{ from, length: 1, name }]
      : [],
  )
}

const FARTHEST_LENGTH = 3
/** Letters that French writes for one sound at the beginning of a word. */
const FIRST_SOUNDS: Record<string, string> = { k: 'c', q: 'c', z: 's', y: 'i', p: 'f', f: 'f' }

function nearestName(word: string, names: readonly string[], { soundOf }: PartWords): string | undefined {
  const begins = (name: string) => FIRST_SOUNDS[name[0] ?? ''] ?? name[0]
  const near = names.filter(
    (name) =>
      /^[a-z]{4,}$/.test(name) &&
      Math.abs(name.length - word.length) <= FARTHEST_LENGTH &&
      begins(name) === begins(word),
  )
  const sound = soundOf(word)
  return (
    near.find((name) => soundOf(name) === sound) ??
    near.find(
      (name) =>
        name.length >= SHORTEST_GUESSED && typosBetween(word, name) <= Math.min(1, typosAllowed(word)),
    )
  )
}

function spans({ words, isFree, vehicles }: Guess): (Span & { name: string })[] {
  const all: (Span & { name: string })[] = []
  for (let length = vehicles.longest; length > 0; length--)
    for (let from = 0; from + length <= words.length; from++) {
      const at = Array.from({ length }, (_, index) => from + index)
      if (at.every(isFree)) all.push({ from, length, name: at.map((one) => words[one]).join('') })
    }
  return all
}

export function overlap(one: Span, other: Span): boolean {
  return one.from < other.from + other.length && other.from < one.from + one.length
}

export function isMadeBy({ makes }: { makes: readonly KnownMake[] }, models: readonly ReadModel[]): boolean {
  return models.some((one) => makes.some(({ id }) => id === one.make.id))
}
