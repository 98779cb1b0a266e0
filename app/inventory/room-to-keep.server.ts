import { and, gt, isNull, ne, or, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { inOrder } from '~/platform/in-order.server'
import type { Settings } from '~/settings/settings'
import { isLive } from './ledger/stock-rows.server'
import { reservations } from './stock-tables.server'

/**
 * For whom goods are kept aside: the network they ask from and the person, by names that tell nobody who that is; null where
 * it is not known.
 */
export type KeptFor = { origin: string | null; person: string | null }

/** What may be kept aside for one holder: so many units in all, and so many of one variant. */
export type Room = { units: number; unitsOf: (variantId: number) => number }

export type KeepingLimits = Pick<Settings['stock'], 'maxReservedUnitsPerCart' | 'maxReservedUnitsPerAddress'>

/**
 * How much of the shop's limits one visitor has left, whatever keeps the rest aside: other carts, or orders that are not
 * paid. `besides` is the holder, or the two, whose own goods do not count. Of several that ask for one visitor at once,
 * the second waits until the first has kept what it wanted.
 */
export async function roomToKeep(
  tx: Database,
  { keptFor, besides, limits }: { keptFor: KeptFor; besides: string[]; limits: KeepingLimits },
): Promise<Room> {
  const most = limits.maxReservedUnitsPerCart
  const [, held] = await inOrder(visitorLock(tx, keptFor), heldQuery(tx, keptFor, besides))

  const sum = (of: (row: (typeof held)[number]) => number) => held.reduce((all, row) => all + of(row), 0)
  const left = Math.min(
    most - sum((row) => row.byPerson),
    limits.maxReservedUnitsPerAddress - sum((row) => row.fromOrigin),
  )
  return {
    units: Math.max(0, left),
    unitsOf(variantId) {
      const others = held.find((row) => row.variantId === variantId)
      return Math.max(0, most - Math.max(others?.byPerson ?? 0, others?.fromOrigin ?? 0))
    },
  }
}

/** Held until the transaction ends. Origins come before persons, and both before any stock. */
export function visitorLock(tx: Database, { origin, person }: KeptFor) {
  const lock = (name: string | null) =>
    sql`case when ${name}::text is not null then pg_advisory_xact_lock(hashtextextended(${name}, 0)) end`
  const names = [origin && `origin ${origin}`, person && `person ${person}`]
  return tx.execute(sql`select ${lock(names[0] || null)}, ${lock(names[1] || null)}`)
}

function heldQuery(tx: Database, { origin, person }: KeptFor, besides: string[]) {
  const isTheirs = or(
    origin === null ? undefined : sql`${reservations.fromOrigin} = ${origin}`,
    person === null ? undefined : sql`${reservations.forPerson} = ${person}`,
  )
  const units = (isOf: ReturnType<typeof sql>) =>
    sql<number>`coalesce(sum(${reservations.quantity}) filter (where ${isOf}), 0)::int`
  return tx
    .select({
      variantId: reservations.variantId,
      fromOrigin: units(sql`${reservations.fromOrigin} = ${origin}::text`),
      byPerson: units(sql`${reservations.forPerson} = ${person}::text`),
    })
    .from(reservations)
    .where(
      and(
        isTheirs,
        isLive,
        or(isNull(reservations.expiresAt), gt(reservations.expiresAt, sql`clock_timestamp()`)),
        ...besides.map((holderId) => ne(reservations.holderId, holderId)),
      ),
    )
    .groupBy(reservations.variantId)
}
