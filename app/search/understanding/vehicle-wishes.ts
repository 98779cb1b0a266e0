import { BODY_WORDS, FUEL_WORDS, SPOKEN_FUELS, TRIM_WORDS } from './vehicle-slang'

/** What is said of a vehicle beside its make and model, each as it was typed. */
export type VehicleWishes = {
  /** « 1.4 », « 1l4 », « 1400 cc » */
  litres: number[]
  /** Words of types: « hdi », « 16v ». */
  words: string[]
  /** « 90 ch »: metric horsepower. */
  horsepower: number[]
  kilowatts: number[]
  years: number[]
  fuels: string[]
  bodies: string[]
  /** « K9K »: what may be the beginning of an engine's code. */
  codes: string[]
}

export const NO_WISHES: VehicleWishes = {
  litres: [],
  words: [],
  horsepower: [],
  kilowatts: [],
  years: [],
  fuels: [],
  bodies: [],
  codes: [],
}

export type ReadWish = { wish: Partial<VehicleWishes>; length: number; isSpoken?: boolean }

type Known = {
  typeWords: ReadonlySet<string>
  isTypeSaid: boolean
  /** Words that parts are called by: a « turbo » is one. */
  isPart: (word: string) => boolean
}

const SMALLEST_ENGINE = 0.5
const LARGEST_ENGINE = 8

/** What the words from here on say of a vehicle, if they say anything. `isTypeSaid`: an engine was named just before. */
export function readWish(
  words: readonly string[],
  { typeWords, isTypeSaid, isPart }: Known,
): ReadWish | null {
  const [word = '', next = '', afterNext = ''] = words
  const litres = litresOf(word)
  if (litres !== null) return { wish: { litres: [litres] }, length: next === 'l' ? 2 : 1 }
  // « 1 4 hdi »
  if (/^\d$/.test(word) && /^\d$/.test(next) && typeWords.has(afterNext) && afterNext.length > 1)
    return { wish: { litres: [Number(`${word}.${next}`)] }, length: 2 }
  const power = powerOf(word, next)
  if (power) return power
  if (/^(19[6-9]\d|20[0-3]\d)$/.test(word)) return { wish: { years: [Number(word)] }, length: 1 }
  if (Object.hasOwn(BODY_WORDS, word)) return { wish: { bodies: [BODY_WORDS[word] ?? ''] }, length: 1 }
  if (SPOKEN_FUELS.has(word)) return { wish: { fuels: [FUEL_WORDS[word] ?? ''] }, length: 1, isSpoken: true }
  if (word.length > 1 && typeWords.has(word) && !isPart(word) && !/^\d+$/.test(word))
    return { wish: { words: [word] }, length: 1 }
  if (Object.hasOwn(FUEL_WORDS, word)) return { wish: { fuels: [FUEL_WORDS[word] ?? ''] }, length: 1 }
  if (isTypeSaid && /^(d|i|e|t)$/.test(word) && typeWords.has(word))
    return { wish: { words: [word] }, length: 1 }
  if (isTypeSaid && /^\d{2,3}$/.test(word)) return { wish: { horsepower: [Number(word)] }, length: 1 }
  if (/^[1-57]p$/.test(word)) return { wish: {}, length: 1 }
  if (/^\d$/.test(word) && ['portes', 'porte', 'places', 'doors', 'door'].includes(next))
    return { wish: {}, length: 2 }
  if (['phase', 'ph'].includes(word) && /^(\d|i{1,3})$/.test(next)) return { wish: {}, length: 2 }
  return TRIM_WORDS.has(word) ? { wish: {}, length: 1 } : null
}

/** « 1.4 », « 1l4 », « 2l », « 1400cc » */
export function litresOf(word: string): number | null {
  const said =
    /^(\d)\.(\d)$/.exec(word) ?? /^(\d)l(\d)?$/.exec(word) ?? /^(\d)(\d)\d{2}(?:cc|cm3?)$/.exec(word)
  if (!said) return null
  const litres = Number(`${said[1]}.${said[2] ?? 0}`)
  return litres >= SMALLEST_ENGINE && litres <= LARGEST_ENGINE ? litres : null
}

function powerOf(word: string, next: string): ReadWish | null {
  const [, amount = '', glued = ''] = /^(\d{2,3})([a-z]+)?$/.exec(word) ?? []
  if (!amount) return null
  const unit = glued || next
  const length = glued ? 1 : 2
  if (['cv', 'ch', 'hp', 'bhp', 'ps', 'chevaux'].includes(unit))
    return { wish: { horsepower: [Number(amount)] }, length }
  return unit === 'kw' ? { wish: { kilowatts: [Number(amount)] }, length } : null
}

/** « 1.5dci », « hdi90 », « 14hdi »: words run together, apart. */
export function apart(word: string, typeWords: ReadonlySet<string>): string[] | null {
  const [, before = '', letters = '', after = ''] = /^(\d{1,2})?([a-z]{2,})(\d{2,3})?$/.exec(word) ?? []
  if (!letters || !(before || after) || typeWords.has(word) || !typeWords.has(letters)) return null
  const litres = before.length === 2 ? [`${before[0]}.${before[1]}`] : before ? [`${before}.0`] : []
  return [...litres, letters, ...(after ? [after] : [])]
}

export function addWish(to: VehicleWishes, wish: Partial<VehicleWishes>): VehicleWishes {
  return {
    litres: [...to.litres, ...(wish.litres ?? [])],
    words: [...to.words, ...(wish.words ?? [])],
    horsepower: [...to.horsepower, ...(wish.horsepower ?? [])],
    kilowatts: [...to.kilowatts, ...(wish.kilowatts ?? [])],
    years: [...to.years, ...(wish.years ?? [])],
    fuels: [...to.fuels, ...(wish.fuels ?? [])],
    bodies: [...to.bodies, ...(wish.bodies ?? [])],
    codes: [...to.codes, ...(wish.codes ?? [])],
  }
}
