import {
  findChassis,
  findMake,
  findModel,
  type Guess,
  isMadeBy,
  overlap,
  type PartWords,
  type Span,
} from './named-in-query'
import { queryTokens, type Token } from './query-tokens'
import { STOP_WORDS } from './query-words'
import { narrowModels, readWishes } from './read-vehicle-details'
import type { KnownMake, ReadModel, VehicleVocabulary } from './vehicle-vocabulary'
import { apart, type VehicleWishes } from './vehicle-wishes'

/** The words of a query, divided into what names a vehicle and what names a part. */
export type DividedQuery = {
  vehicle: NamedVehicle | null
  part: string[]
}

export type NamedVehicle = {
  make: KnownMake | null
  /** The models that may be meant; all of the make where none is named. */
  models: readonly ReadModel[]
  isModelNamed: boolean
  wishes: VehicleWishes
  /** The wishes as they were typed. */
  said: string[]
  /** Whether the words say more than one name that is also a plain word or a number. */
  isSure: boolean
}

/** More than anybody needs to name a part and a vehicle. */
const MOST_WORDS = 20

/** A word that is both, « polo », « 2008 », is decided by the rest. */
export function divideQuery(
  query: string,
  { vehicles, parts, mayGoOn = false }: { vehicles: VehicleVocabulary; parts: PartWords; mayGoOn?: boolean },
): DividedQuery {
  const tokens = queryTokens(query)
    .slice(0, MOST_WORDS)
    .flatMap((token): Token[] =>
      token.isSize ? [token] : apartFromMake(token.text, vehicles).map((text) => ({ text, isSize: false })),
    )
  const words = tokens.map(({ text }) => text)
  const isFree = freeTokens(tokens, parts)
  const guess: Guess = { words, isFree, vehicles, parts, mayGoOn }

  const said = findMake(guess)
  const found = findModel(guess, said) ?? findChassis(guess, said)
  // The « rover » of « range rover » is no make.
  const make = said && found && overlap(said, found) && !isMadeBy(said, found.models) ? null : said
  if (!found && !make) return { vehicle: null, part: words }

  const used = new Set<number>()
  const use = ({ from, length }: Span) => {
    for (let at = from; at < from + length; at++) used.add(at)
  }
  if (make) use(make)
  if (found) use(found)

  const named = found?.models ?? (make ? make.makes.flatMap((one) => [...vehicles.modelsOf(one)]) : [])
  const narrowed = narrowModels(named, { ...guess, used, found })
  for (const at of narrowed.used) used.add(at)
  const { wishes, spans } = readWishes({ ...guess, used, narrowed: narrowed.models, make })
  for (const span of spans) use(span)

  const rest = words.filter((word, at) => !used.has(at) && !isStopWord(word))
  const says = Object.values(wishes).some((said) => said.length > 0)
  const isPlain = found !== null && !found.isGuess && /[a-z]{4}/.test(found.name) && !parts.has(found.name)
  return {
    vehicle: {
      make: make?.makes[0] ?? onlyMake(narrowed.models),
      models: narrowed.models,
      isModelNamed: found !== null,
      wishes,
      said: spans.flatMap(({ from, length }) => words.slice(from, from + length)),
      isSure:
        isPlain || (make !== null && found !== null) || narrowed.used.length > 0 || (says && found !== null),
    },
    part: rest,
  }
}

/** « peugeot206 », « 1.5dci » */
function apartFromMake(word: string, { makes, models, typeWords }: VehicleVocabulary): string[] {
  if (models.has(word)) return [word]
  for (let at = 2; at < word.length; at++)
    if (makes.has(word.slice(0, at)) && models.has(word.slice(at))) return [word.slice(0, at), word.slice(at)]
  return apart(word, typeWords) ?? [word]
}

function onlyMake(models: readonly ReadModel[]): KnownMake | null {
  const [first] = models
  return first && models.every(({ make }) => make.id === first.make.id) ? first.make : null
}

/** Which tokens may name a vehicle: sizes and the names of parts may not. */
function freeTokens(tokens: readonly Token[], parts: PartWords): (at: number) => boolean {
  const words = tokens.map(({ text }) => text)
  const taken = new Set<number>()
  for (let at = 0; at < words.length; ) {
    const length = parts.phraseAt(words, at)
    for (let one = at; length > 1 && one < at + length; one++) taken.add(one)
    at += Math.max(1, length)
  }
  return (at) => !taken.has(at) && tokens[at]?.isSize === false
}

function isStopWord(word: string): boolean {
  return STOP_WORDS.fr.has(word) || STOP_WORDS.en.has(word)
}
