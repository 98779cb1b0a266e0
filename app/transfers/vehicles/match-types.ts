import type { StoredType } from '~/vehicles/stored-vehicles.server'
import { addressOf, freeAddress, nameKey } from './name-key'
import type { GivenType } from './vehicle-rows'

type Told = Pick<
  GivenType,
  'engineCode' | 'powerKw' | 'displacementCc' | 'fuel' | 'body' | 'fromMonth' | 'untilMonth'
>

/** What tells types of one name apart, beside the end of their making. */
export function identityOf(type: Told): string {
  const { engineCode, powerKw, displacementCc, fuel, body, fromMonth } = type
  return JSON.stringify([engineCode && nameKey(engineCode), powerKw, displacementCc, fuel, body, fromMonth])
}

/** Nothing that both say differs, and there was a time when both were made. */
function couldBeOne(one: Told, other: Told): boolean {
  const agree = (a: string | number | null, b: string | number | null) => a === null || b === null || a === b
  const code = (type: Told) => type.engineCode && nameKey(type.engineCode)
  return (
    agree(code(one), code(other)) &&
    agree(one.powerKw, other.powerKw) &&
    agree(one.displacementCc, other.displacementCc) &&
    one.fuel === other.fuel &&
    one.body === other.body &&
    one.fromMonth <= (other.untilMonth ?? Number.POSITIVE_INFINITY) &&
    other.fromMonth <= (one.untilMonth ?? Number.POSITIVE_INFINITY)
  )
}

export type Match<Row> =
  | { row: Row; stored: StoredType | null }
  /** It could be several types of the shop, or several rows could be one. */
  | { row: Row; stored: 'not-clear' }

/** Which of the model's types each row is about that names none by its address: each type is taken once. */
export function matchTypes<Row extends { type: GivenType }>(
  rows: readonly Row[],
  stored: readonly StoredType[],
): Match<Row>[] {
  const left = new Set(stored)
  const same = new Map<Row, StoredType>()
  for (const row of rows) {
    const isSame = (type: StoredType) =>
      nameKey(type.name) === nameKey(row.type.name) && identityOf(type) === identityOf(row.type)
    const found = [...left].find(isSame)
    if (found) same.set(row, found)
    if (found) left.delete(found)
  }
  const others = rows.filter((row) => !same.has(row))
  const candidatesOf = new Map(
    others.map((row) => [
      row,
      [...left].filter((type) => nameKey(type.name) === nameKey(row.type.name) && couldBeOne(type, row.type)),
    ]),
  )
  const wantedBy = (type: StoredType) => others.filter((row) => candidatesOf.get(row)?.includes(type)).length
  return rows.map((row): Match<Row> => {
    const known = same.get(row)
    if (known) return { row, stored: known }
    const [candidate, ...more] = candidatesOf.get(row) ?? []
    if (!candidate) return { row, stored: null }
    return { row, stored: more.length === 0 && wantedBy(candidate) === 1 ? candidate : 'not-clear' }
  })
}

/** What may stand behind a name in an address, the first that tells all of them apart. */
const SUFFIXES: readonly ((type: GivenType) => string)[] = [
  () => '',
  ({ engineCode }) => engineCode ?? '',
  ({ powerKw }) => (powerKw ? `${powerKw} kw` : ''),
  ({ engineCode, powerKw }) => [engineCode, powerKw && `${powerKw} kw`].filter(Boolean).join(' '),
  ({ fromMonth }) => String(Math.floor(fromMonth / 100)),
  ({ body }) => body,
  ({ engineCode, powerKw, fuel, body, fromMonth }) =>
    [engineCode, powerKw && `${powerKw} kw`, fuel, body, fromMonth].filter(Boolean).join(' '),
]

/** Addresses for new types of one model, in their order. Types of one name are told apart by engine, power or years. */
export function addressesFor(types: readonly GivenType[], isTaken: (address: string) => boolean): string[] {
  const addresses = new Map<GivenType, string>()
  const taken = new Set<string>()
  const isFree = (address: string) => !isTaken(address) && !taken.has(address)
  for (const group of groupedBy(types, ({ name }) => addressOf(name))) {
    const tried = SUFFIXES.map((suffix) => group.map((type) => addressOf(`${type.name} ${suffix(type)}`)))
    const apart = tried.find((all) => new Set(all).size === all.length && all.every(isFree))
    group.forEach((type, at) => {
      const address = apart?.[at] ?? freeAddress(addressOf(type.name), (one) => !isFree(one))
      addresses.set(type, address)
      taken.add(address)
    })
  }
  return types.map((type) => addresses.get(type) ?? '')
}

function groupedBy<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): Thing[][] {
  const groups = new Map<string, Thing[]>()
  for (const thing of things) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing])
  return [...groups.values()]
}
