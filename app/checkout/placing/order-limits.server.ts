import { findOrderWaitOfOrigin } from '~/cart/cart-queries.server'
import { type KeptFor, visitorLock } from '~/inventory/room-to-keep.server'
import { findOrderWaitOfAccount, findOrderWaitOfEmail } from '~/orders/order-wait-queries.server'
import type { Database } from '~/platform/db.server'
import { inOrder } from '~/platform/in-order.server'

/** More than a garage orders for its customers, and than a company whose people share one network. */
const BY_ONE_PERSON = { most: 10, minutes: 60 }
const FROM_ONE_ORIGIN = { most: 20, minutes: 10 }

export type TooManyOrders = { ok: false; reason: 'too-many-orders'; retryAfterSeconds: number }

type Orderer = { cartId: string; email: string; accountId: string | null; keptFor: KeptFor }

/**
 * Refuses who ordered too often of late, by e-mail, by account or from one network. Of several orders of one visitor the
 * second waits here until the first is written down.
 */
export async function refuseTooMany(
  tx: Database,
  { cartId, email, accountId, keptFor }: Orderer,
): Promise<TooManyOrders | null> {
  const [, byEmail, byAccount, fromOrigin] = await inOrder(
    visitorLock(tx, keptFor),
    findOrderWaitOfEmail(tx, { email, ...BY_ONE_PERSON }),
    findOrderWaitOfAccount(tx, { accountId, ...BY_ONE_PERSON }),
    findOrderWaitOfOrigin(tx, { openedFrom: keptFor.origin, besides: cartId, ...FROM_ONE_ORIGIN }),
  )
  const waits = [byEmail, byAccount, fromOrigin].flatMap(([row]) => row?.seconds ?? [])
  if (waits.length === 0) return null
  return { ok: false, reason: 'too-many-orders', retryAfterSeconds: Math.max(1, ...waits) }
}
