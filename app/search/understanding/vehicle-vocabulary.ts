import { wordsOf } from './query-words'
import { BODY_WORDS, CHASSIS_CODES, MAKE_NICKNAMES, MODEL_NICKNAMES } from './vehicle-slang'

export type KnownMake = { id: number; slug: string; name: string }
export type KnownModel = {
  id: number
  makeId: number
  slug: string
  name: string
  fromMonth: number
  untilMonth: number | null
}

/** The vehicles of the shop by name: plain values, so that they can be kept. */
export type KnownVehicles = {
  makes: readonly KnownMake[]
  models: readonly KnownModel[]
  /** The words that types are called by: « hdi », « 16v ». */
  typeWords: readonly string[]
}

/** A model taken apart: « 308 II SW » is the 308, its second generation, as an estate. */
export type ReadModel = {
  model: KnownModel
  make: KnownMake
  /** Its words run together, without generation and body. */
  base: string
  generations: ReadonlySet<string>
  bodies: ReadonlySet<string>
}

/** A name that models go by; `needsMake` where it says too little alone: Mazda's « 3 ». */
export type NamedModels = { models: ReadModel[]; needsMake: boolean }

export type VehicleVocabulary = {
  makes: ReadonlyMap<string, readonly KnownMake[]>
  models: ReadonlyMap<string, NamedModels>
  /** Models by what their chassis is called: « e46 ». */
  chassis: ReadonlyMap<string, readonly ReadModel[]>
  typeWords: ReadonlySet<string>
  /** The most words that a name has. */
  longest: number
  modelsOf: (make: KnownMake) => readonly ReadModel[]
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']
const LETTERED = new Set(['classe', 'class', 'klasse', 'model', 'modele', 'serie', 'series'])
/** Words that end the names of many models and mean none. */
const SAID_OF_MANY = new Set(['active', 'tourer', 'connect', 'cruiser', 'sport', 'electric', 'hybrid'])
const LONGEST_NAME = 5

export function vehicleVocabulary({ makes, models, typeWords }: KnownVehicles): VehicleVocabulary {
  const makeOf = new Map(makes.map((make) => [make.id, make]))
  const read = models.flatMap((model) => {
    const make = makeOf.get(model.makeId)
    return make ? [readModel(model, make)] : []
  })
  const ofMake = grouped(read, ({ make }) => [make.id])
  return {
    makes: grouped(makes, makeNames),
    models: nameModels(read),
    chassis: grouped(read, ({ generations }) => [...generations].filter(isChassisCode)),
    typeWords: new Set(typeWords),
    longest: LONGEST_NAME,
    modelsOf: (make) => ofMake.get(make.id) ?? [],
  }
}

function makeNames({ name }: KnownMake): string[] {
  const glued = wordsOf(name).join('')
  return [glued, ...(Object.hasOwn(MAKE_NICKNAMES, glued) ? (MAKE_NICKNAMES[glued] ?? []) : [])]
}

/** A word with letters and digits that says which model is meant without its name. */
export function isChassisCode(word: string): boolean {
  return word.length >= 3 && /\d/.test(word) && /[a-z]/.test(word)
}

export function readModel(model: KnownModel, make: KnownMake): ReadModel {
  const [, own = model.name, aside = ''] = /^([^(]+)(?:\((.*)\))?/.exec(model.name) ?? []
  const generations = new Set(wordsOf(aside))
  const bodies = new Set<string>()
  const base: string[] = []
  const written = own.trim().split(/\s+/)
  // « C-HR » and « CR-V » are one word, and end in no generation.
  written.forEach((chunk, at) => {
    const word = wordsOf(chunk).join('')
    if (word === '') return
    const body = Object.hasOwn(BODY_WORDS, word) ? BODY_WORDS[word] : undefined
    const isNamed = at === 0 || LETTERED.has(base.at(-1) ?? '')
    const numeral = ROMAN.indexOf(word) + 1
    if (isNamed) base.push(word)
    else if (numeral > 0) {
      generations.add(word)
      generations.add(String(numeral))
    } else if (body) bodies.add(body)
    else if (isGeneration(word, chunk)) generations.add(word)
    else base.push(word)
  })
  addTradeCodes(generations, { make, base: base.join('') })
  return { model, make, base: base.join(''), generations, bodies }
}

/** « D », « E46 », « W204 », « 906 », « BK »: how makers tell the generations of a model apart. */
function isGeneration(word: string, written: string): boolean {
  if (/^[a-z]$/.test(word)) return true
  if (/^[a-z]{1,2}\d{1,3}$/.test(word) || /^\d{3}$/.test(word)) return true
  return /^[A-Z]{2}$/.test(written) && !['SW', 'TT', 'GT', 'RS', 'ST', 'GR'].includes(written)
}

function addTradeCodes(generations: Set<string>, { make, base }: { make: KnownMake; base: string }): void {
  const trade = CHASSIS_CODES.find((one) => one.model === base && wordsOf(make.name).join('') === one.make)
  for (const [code, generation] of Object.entries(trade?.codes ?? {}))
    if (generations.has(generation)) generations.add(code)
}

function nameModels(read: readonly ReadModel[]): Map<string, NamedModels> {
  const names = new Map<string, NamedModels>()
  const add = (name: string, model: ReadModel, needsMake = false) => {
    const known = names.get(name)
    if (!known) names.set(name, { models: [model], needsMake })
    else if (known.needsMake === needsMake) known.models.push(model)
    // What a name means by itself comes before what it means beside a make.
    else if (known.needsMake) names.set(name, { models: [model, ...known.models], needsMake: false })
    else known.models.push(model)
  }
  for (const one of read) {
    const make = wordsOf(one.make.name).join('')
    const short = one.base === make ? '' : withoutMake(one.base, make)
    for (const base of new Set([one.base, ...otherNames(one)])) {
      const saysLittle = /^\d{1,2}$/.test(base) || base.length < 2
      if (base !== make) add(base, one, saysLittle)
      if (saysLittle) add(make + base, one)
      for (const generation of one.generations)
        if (!/\d$/.test(base) && base.length > 1) add(base + generation, one)
    }
    if (short && short !== one.base) add(short, one, /^\d{1,2}$/.test(short) || short.length < 2)
  }
  for (const one of read) {
    const last = lastWord(one)
    if (last && !SAID_OF_MANY.has(last)) add(last, one)
  }
  return names
}

/** « Abarth 500 » is called « 500 » beside its make. */
function withoutMake(base: string, make: string): string {
  if (base.startsWith(make)) return base.slice(make.length)
  return base.endsWith(make) ? base.slice(0, -make.length) : ''
}

/** « Classe C », « C-Class » and « C Klasse » are one; so are « Série 3 », « 3 Series » and « 3er ». */
function otherNames({ base, make }: ReadModel): string[] {
  const own = Object.hasOwn(MODEL_NICKNAMES, base) ? (MODEL_NICKNAMES[base] ?? []) : []
  const letter =
    /^(?:classe?|klasse)([a-z]{1,2})$/.exec(base)?.[1] ?? /^([a-z]{1,2})(?:class|klasse)$/.exec(base)?.[1]
  if (letter)
    return [...own, ...['classe', 'class', 'klasse'].flatMap((said) => [said + letter, letter + said])]
  const series =
    /^(?:series?)(\d)$/.exec(base)?.[1] ??
    /^(\d)series?$/.exec(base)?.[1] ??
    (wordsOf(make.name).join('') === 'bmw' ? /^(\d)$/.exec(base)?.[1] : undefined)
  if (series)
    return [...own, `serie${series}`, `series${series}`, `${series}serie`, `${series}series`, `${series}er`]
  return [...own]
}

/** The last word of a long name is a name too: « Picasso », « Evoque ». */
function lastWord({ model }: ReadModel): string | undefined {
  const words = wordsOf(model.name).filter(
    (word) => /^[a-z]{5,}$/.test(word) && !Object.hasOwn(BODY_WORDS, word),
  )
  return words.length > 0 && wordsOf(model.name)[0] !== words.at(-1) ? words.at(-1) : undefined
}

function grouped<One>(all: readonly One[], keysOf: (one: One) => readonly string[]): Map<string, One[]>
function grouped<One>(all: readonly One[], keysOf: (one: One) => readonly number[]): Map<number, One[]>
function grouped<One, Key>(all: readonly One[], keysOf: (one: One) => readonly Key[]): Map<Key, One[]> {
  const groups = new Map<Key, One[]>()
  for (const one of all)
    for (const key of new Set(keysOf(one))) {
      const group = groups.get(key)
      if (group) group.push(one)
      else groups.set(key, [one])
    }
  return groups
}
