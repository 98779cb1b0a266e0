import { and, sql } from 'drizzle-orm'
import { type Database, inTransaction } from '~/platform/db.server'
import { inOrder } from '~/platform/in-order.server'
import { uncountedArray } from '~/platform/is-among.server'
import { endReservations, isLive, stockLock } from './ledger/stock-rows.server'
import { heldBy, type ReserveStockOutcome, reserveLocked } from './reserve-stock.server'
import { type KeepingLimits, type KeptFor, type Room, roomToKeep } from './room-to-keep.server'
import { type StockLine, sumPerVariant } from './stock-lines'
import { reservations } from './stock-tables.server'

/**
 * The cart becomes an order: the cart keeps nothing any more, the order keeps exactly its lines, until it is paid or
 * cancelled; units for which there is no room must be available, but are not kept. The caller holds the cart's row, so the
 * cart reserves nothing meanwhile.
 */
export async function handReservationsToOrder(db: Database, handing: Handing): Promise<ReserveStockOutcome> {
  const { cartId, orderId, lines, limited } = handing
  return inTransaction<ReserveStockOutcome>(db, async (tx) => {
    const room = limited && (await roomToKeep(tx, { ...limited, besides: [cartId, orderId] }))
    const byCart = heldBy({ holder: 'cart', holderId: cartId })
    const byOrder = { holder: 'order', holderId: orderId } as const
    const wanted = sumPerVariant(lines)
    const [, handed, left] = await inOrder(
      // All rows at once: two locks one after the other would not be in the order of the ids.
      stockLock(tx, wanted.keys(), { andHeldBy: byCart }),
      handOver(tx, { ...handing, wanted }),
      tx.select({ id: reservations.id }).from(reservations).where(and(byCart, isLive)),
    )
    if (left.length > 0) await endReservations(tx, byCart)
    const fits = !room || fitsIn(room, handed)
    if (!fits) await endReservations(tx, heldBy(byOrder))

    const handedUnits = sumPerVariant(fits ? handed : [])
    const missing = [...wanted]
      .map(([variantId, quantity]) => ({ variantId, quantity }))
      .filter(({ variantId }) => !handedUnits.has(variantId))
    if (missing.length === 0) return { ok: true }
    return reserveLocked(tx, {
      ...byOrder,
      lines: missing,
      minutes: null,
      keptFor: limited?.keptFor,
      room: room && { ...room, units: room.units - unitsIn(fits ? handed : []) },
    })
  })
}

export type Handing = {
  cartId: string
  orderId: string
  lines: readonly StockLine[]
  /** For whom the goods are kept until they are paid, and how much of them the shop keeps for one visitor. */
  limited?: { keptFor: KeptFor; limits: KeepingLimits }
}

const unitsIn = (lines: readonly StockLine[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0)

function fitsIn(room: Room, lines: readonly StockLine[]): boolean {
  return (
    unitsIn(lines) <= room.units &&
    lines.every(({ variantId, quantity }) => quantity <= room.unitsOf(variantId))
  )
}

/** What the cart keeps of exactly what is wanted changes hands; the stock does not feel it. */
function handOver(
  tx: Database,
  { wanted, orderId, cartId, limited }: Handing & { wanted: Map<number, number> },
) {
  const { origin = null, person = null } = limited?.keptFor ?? {}
  const [ids, quantities] = [uncountedArray([...wanted.keys()]), uncountedArray([...wanted.values()])]
  return tx
    .update(reservations)
    .set({ holder: 'order', holderId: orderId, expiresAt: null, fromOrigin: origin, forPerson: person })
    .where(
      and(
        heldBy({ holder: 'cart', holderId: cartId }),
        isLive,
        sql`(${reservations.variantId}, ${reservations.quantity}) in
          (select * from unnest(${ids}, ${quantities}))`,
      ),
    )
    .returning({ variantId: reservations.variantId, quantity: reservations.quantity })
}
