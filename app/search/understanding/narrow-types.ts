import { horsepower } from '~/vehicles/vehicle-name'
import { wordsOf } from './query-words'
import type { VehicleWishes } from './vehicle-wishes'

export type WishedType = {
  name: string
  engineCode: string | null
  powerKw: number | null
  fuel: string
  body: string
  displacementCc: number | null
  fromMonth: number
  untilMonth: number | null
}

/** `unmet` are the wishes that no type of these models answers. */
export type NarrowedTypes<Type> = { types: Type[]; unmet: string[] }

const ENGINES_APART = 0.06
const POWERS_APART = 0.03

/**
 * The types that answer what was said of the vehicle. What none of them answers narrows nothing: who typed a wrong power is
 * shown the right engine all the same.
 */
export function narrowTypes<Type extends WishedType>(
  types: readonly Type[],
  wishes: VehicleWishes,
): NarrowedTypes<Type> {
  let left = [...types]
  const unmet: string[] = []
  const keep = (said: string, ...tests: ((type: Type) => boolean)[]) => {
    for (const test of tests) {
      const kept = left.filter(test)
      if (kept.length === 0) continue
      left = kept
      return
    }
    unmet.push(said)
  }
  for (const litres of wishes.litres) keep(litres.toFixed(1), (type) => hasLitres(type, litres))
  for (const word of wishes.words)
    keep(
      word,
      (type) => wordsOf(type.name).includes(word),
      (type) =>
        word.length > 1 && wordsOf(type.name).some((own) => own.endsWith(word) || own.startsWith(word)),
    )
  for (const fuel of wishes.fuels)
    keep(
      fuel,
      (type) => type.fuel === fuel,
      (type) => type.fuel.endsWith(fuel),
    )
  for (const power of wishes.horsepower)
    keep(
      String(power),
      (type) => wordsOf(type.name).includes(String(power)),
      (type) => isNear(type.powerKw === null ? null : horsepower(type.powerKw), power),
    )
  for (const power of wishes.kilowatts) keep(`${power} kW`, (type) => isNear(type.powerKw, power))
  for (const code of wishes.codes) keep(code, (type) => hasCode(type, code))
  for (const year of wishes.years) keep(String(year), (type) => wasBuiltIn(type, year))
  for (const body of wishes.bodies) keep(body, (type) => type.body === body)
  return { types: left, unmet }
}

function hasLitres({ name, displacementCc }: WishedType, litres: number): boolean {
  const written = litres.toFixed(1)
  if (name.replace(',', '.').includes(written)) return true
  return displacementCc !== null && Math.abs(displacementCc / 1000 - litres) <= ENGINES_APART
}

function isNear(own: number | null, wished: number): boolean {
  return own !== null && Math.abs(own - wished) <= Math.max(1, wished * POWERS_APART)
}

function hasCode({ engineCode, name }: WishedType, code: string): boolean {
  const words = wordsOf(`${engineCode ?? ''} ${name}`)
  return words.join('').startsWith(code) || words.some((word) => word.startsWith(code))
}

function wasBuiltIn({ fromMonth, untilMonth }: WishedType, year: number): boolean {
  return fromMonth <= year * 100 + 12 && (untilMonth === null || untilMonth >= year * 100 + 1)
}
