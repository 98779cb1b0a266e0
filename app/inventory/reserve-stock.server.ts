import { and, desc, eq, inArray, not, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { type Database, inTransaction } from '~/platform/db.server'
import { newId } from '~/platform/ids.server'
import { inOrder } from '~/platform/in-order.server'
import { changeReserved, clock, endReservations, isLive, stockLock } from './ledger/stock-rows.server'
import type { KeptFor, Room } from './room-to-keep.server'
import { type NotEnoughStock, type StockLine, sumPerVariant } from './stock-lines'
import { reservations, stock } from './stock-tables.server'

export type Holder = { holder: (typeof reservations.$inferSelect)['holder']; holderId: string }

export type ReserveStockOutcome = { ok: true } | NotEnoughStock

/** A visitor may keep goods aside three times as long as a reservation lasts, and no longer. */
const MAX_RENEWALS = 2

/**
 * Keeps goods aside for a holder, all lines or none; what the holder held of the same variants before is replaced.
 * `minutes` null keeps them until they are released. Units for which there is no `room`, or renewed too often, must be
 * available but are not kept.
 */
export async function reserveStock(db: Database, input: Reserving): Promise<ReserveStockOutcome> {
  return inTransaction<ReserveStockOutcome>(db, async (tx) => {
    const { lines, now, holder, holderId } = input
    const wanted = sumPerVariant(lines)
    const [, held] = await inOrder(stockLock(tx, wanted.keys()), heldQuery(tx, { holder, holderId }, now))
    return keepPlanned(tx, planHolding(wanted, held, input), input)
  })
}

type Reserving = Holder & {
  lines: readonly StockLine[]
  minutes: number | null
  /** Without it there is no limit. */
  room?: Room
  keptFor?: KeptFor
  now?: Date
}

/** For a holder that holds nothing yet, of stock that is locked already. */
export function reserveLocked(tx: Database, input: Reserving): Promise<ReserveStockOutcome> {
  return keepPlanned(tx, planHolding(sumPerVariant(input.lines), [], input), input)
}

async function keepPlanned(
  tx: Database,
  plans: Plan[],
  { holder, holderId, keptFor, now }: Reserving,
): Promise<ReserveStockOutcome> {
  const ofHolder = { holder, holderId }
  const short = await takeAvailable(tx, plans)
  if (short.length > 0) {
    const ofOthers = not(heldBy(ofHolder))
    await endReservations(
      tx,
      and(
        inArray(
          reservations.variantId,
          short.map((plan) => plan.variantId),
        ),
        ofOthers,
        sql`${reservations.expiresAt} <= ${clock(now)}`,
      ),
      { now },
    )
    const [lacking] = await takeAvailable(tx, short)
    if (lacking) return notEnough(tx, lacking)
  }

  await recordReservations(tx, { ...ofHolder, ...namesOf(keptFor) }, plans, now)
  return { ok: true }
}

type Held = {
  id: string
  variantId: number
  quantity: number
  renewals: number
  isLive: boolean
  isHolding: boolean
}

/** A holder, or a place for one in a query that is built once. */
export type HolderGiven = { holder: Holder['holder']; holderId: string | Placeholder }

export const heldBy = ({ holder, holderId }: HolderGiven): SQL =>
  sql`(${reservations.holder} = ${holder} and ${reservations.holderId} = ${holderId})`

/** The holder's last reservation of each variant; of those that ended, only the last day counts for renewals. */
function heldQuery(tx: Database, holder: Holder, now?: Date) {
  return tx
    .selectDistinctOn([reservations.variantId], {
      id: reservations.id,
      variantId: reservations.variantId,
      quantity: reservations.quantity,
      renewals: reservations.renewals,
      isLive: sql<boolean>`${isLive}`,
      isHolding: sql<boolean>`${isLive} and coalesce(${reservations.expiresAt} > ${clock(now)}, true)`,
    })
    .from(reservations)
    .where(
      and(heldBy(holder), sql`(${isLive} or ${reservations.createdAt} > ${clock(now)} - interval '1 day')`),
    )
    .orderBy(reservations.variantId, desc(reservations.id))
}

type Plan = {
  variantId: number
  quantity: number
  /** How many of them are kept aside. */
  kept: number
  before: Held | undefined
  renewals: number
  /** In minutes from now; 'as-before' when the time may not be prolonged. */
  time: number | null | 'as-before'
}

function planHolding(
  wanted: Map<number, number>,
  held: Held[],
  { minutes, room }: Pick<Reserving, 'minutes' | 'room'>,
): Plan[] {
  const heldElsewhere = held
    .filter((one) => one.isHolding && !wanted.has(one.variantId))
    .reduce((sum, one) => sum + one.quantity, 0)
  let allowed = room ? Math.max(0, room.units - heldElsewhere) : Number.POSITIVE_INFINITY

  return [...wanted].map(([variantId, quantity]) => {
    const before = held.find((one) => one.variantId === variantId)
    const mayRenew = minutes === null || !before || before.renewals < MAX_RENEWALS
    const most = Math.min(quantity, allowed, room ? room.unitsOf(variantId) : quantity)
    const kept = mayRenew || before?.isHolding ? most : 0
    allowed -= kept
    return {
      variantId,
      quantity,
      kept,
      before,
      renewals: before && mayRenew ? before.renewals + 1 : (before?.renewals ?? 0),
      time: mayRenew ? minutes : 'as-before',
    }
  })
}

/** Takes what is available and says which plans found too little. */
async function takeAvailable(tx: Database, plans: Plan[]): Promise<Plan[]> {
  const taken = await changeReserved(
    tx,
    plans.map(({ variantId, quantity, kept, before }) => {
      const already = before?.isLive ? before.quantity : 0
      return { variantId, delta: kept - already, needed: quantity - already }
    }),
  )
  return plans.filter((plan) => !taken.has(plan.variantId))
}

async function notEnough(tx: Database, { variantId, before }: Plan): Promise<NotEnoughStock> {
  const [row] = await tx
    .select({ left: sql<number>`${stock.onHand} - ${stock.reserved}` })
    .from(stock)
    .where(eq(stock.variantId, variantId))
  const available = (row?.left ?? 0) + (before?.isLive ? before.quantity : 0)
  return { ok: false, reason: 'not-enough-stock', variantId, available }
}

function namesOf({ origin, person }: KeptFor = { origin: null, person: null }) {
  return { fromOrigin: origin, forPerson: person }
}

type KeptBy = Holder & ReturnType<typeof namesOf>

async function recordReservations(tx: Database, keptBy: KeptBy, plans: Plan[], now?: Date): Promise<void> {
  const replaced = plans.flatMap(({ before }) => (before?.isLive ? [before.id] : []))
  if (replaced.length > 0)
    await tx
      .update(reservations)
      .set({ releasedAt: clock(now), fromOrigin: null, forPerson: null })
      .where(inArray(reservations.id, replaced))

  const kept = plans.filter((plan) => plan.kept > 0)
  if (kept.length === 0) return
  await tx.insert(reservations).values(
    kept.map(({ variantId, kept: quantity, renewals, time, before }) => ({
      id: newId(),
      ...keptBy,
      variantId,
      quantity,
      renewals,
      createdAt: clock(now),
      expiresAt: expiry(time, before, now),
    })),
  )
}

function expiry(time: Plan['time'], before: Held | undefined, now?: Date): SQL | null {
  if (time === null) return null
  if (time === 'as-before') return sql`(select r.expires_at from reservations r where r.id = ${before?.id})`
  return sql`${clock(now)} + make_interval(mins => ${time})`
}
