import type { FoundModel, Guess, PartWords, Span } from './named-in-query'
import { BODY_WORDS } from './vehicle-slang'
import type { KnownMake, ReadModel } from './vehicle-vocabulary'
import { addWish, NO_WISHES, type ReadWish, readWish, type VehicleWishes } from './vehicle-wishes'

/** Of the models of a name those of the generation and body that were typed with it. */
export function narrowModels(
  models: readonly ReadModel[],
  {
    words,
    isFree,
    vehicles,
    parts,
    used,
    found,
  }: Guess & { used: ReadonlySet<number>; found: FoundModel | null },
): { models: readonly ReadModel[]; used: number[] } {
  const taken: number[] = []
  let left = models
  const keep = (at: number, isMeant: (one: ReadModel) => boolean) => {
    const kept = left.filter(isMeant)
    if (kept.length === 0) return
    left = kept
    taken.push(at)
  }
  const after = found ? found.from + found.length : -1
  words.forEach((word, at) => {
    if (used.has(at) || !isFree(at)) return
    const isBeside =
      at === after || (at === after + 1 && ['mk', 'gen', 'generation'].includes(words[after] ?? ''))
    const generation = word.replace(/^mk/, '')
    // A bare digit or letter means a generation beside the model's name only.
    const saysGeneration = generation.length > 1 || isBeside
    const said = readWish(words.slice(at), {
      typeWords: vehicles.typeWords,
      isTypeSaid: false,
      isPart: parts.has,
    })
    const isEngine = said !== null && /^\d/.test(word)
    const body = Object.hasOwn(BODY_WORDS, word) ? BODY_WORDS[word] : undefined
    if (body) keep(at, ({ bodies }) => bodies.has(body))
    else if (saysGeneration && !isEngine) keep(at, ({ generations }) => generations.has(generation))
    // A generation that is not known belongs to the vehicle all the same: « ka 2 ».
    if (at === after && at === words.length - 1 && /^\d$/.test(word) && !taken.includes(at)) taken.push(at)
  })
  return { models: left, used: taken }
}

export function readWishes({
  words,
  isFree,
  used,
  vehicles,
  parts,
  narrowed,
}: Guess & { used: ReadonlySet<number>; narrowed: readonly ReadModel[]; make: Span | null }) {
  let wishes = NO_WISHES
  const read: Span[] = []
  let isTypeSaid = false
  for (let at = 0; at < words.length; ) {
    const wish: ReadWish | null =
      isFree(at) && !used.has(at)
        ? readWish(words.slice(at), { typeWords: vehicles.typeWords, isTypeSaid, isPart: parts.has })
        : null
    if (wish) {
      wishes = addWish(wishes, wish.wish)
      read.push({ from: at, length: wish.length })
    } else if (
      isFree(at) &&
      !used.has(at) &&
      isEngineCode(words[at] ?? '', { parts, make: narrowed[0]?.make })
    ) {
      wishes = addWish(wishes, { codes: [words[at] ?? ''] })
      read.push({ from: at, length: 1 })
    }
    isTypeSaid = wish
      ? Boolean(wish.wish.litres || wish.wish.words || wish.wish.fuels)
      : isTypeSaid && used.has(at)
    at += wish?.length ?? 1
  }
  for (const [at, word] of words.entries()) {
    const engine = engineInName(word, narrowed[0]?.make)
    const isNamed =
      used.has(at) || (isFree(at) && !read.some((span) => at >= span.from && at < span.from + span.length))
    if (!engine || !isNamed) continue
    wishes = addWish(wishes, engine)
    read.push({ from: at, length: 1 })
  }
  return { wishes, spans: read }
}

/** The « 220 » of « classe C 220 » and the « 20d » of « 320d » say how large the engine is, and what it burns. */
function engineInName(word: string, make: KnownMake | undefined): Partial<VehicleWishes> | null {
  const name = make?.name.toLowerCase() ?? ''
  const [, hundreds = '', fuel = ''] =
    (name.startsWith('bmw') ? /^[1-8](\d\d)(d|i|xd|xi|e|td|tds|ci|cd)?$/.exec(word) : null) ??
    (name.startsWith('mercedes') ? /^(?:[a-z]{1,3})?([1-6]\d0)(d|cdi|e|k)?$/.exec(word) : null) ??
    []
  if (!hundreds) return null
  const fuels = fuel.includes('d') ? ['diesel'] : fuel.includes('i') ? ['petrol'] : []
  return { litres: [Number(hundreds) / (hundreds.length === 2 ? 10 : 100)], fuels }
}

function isEngineCode(
  word: string,
  { parts, make }: { parts: PartWords; make: KnownMake | undefined },
): boolean {
  if (engineInName(word, make)) return false
  return word.length >= 3 && word.length <= 8 && /[a-z]/.test(word) && /\d/.test(word) && !parts.has(word)
}
