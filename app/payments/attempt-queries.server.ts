import { and, asc, eq, getTableColumns, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { numberOfOrder } from '~/orders/order-queries.server'
import type { Database } from '~/platform/db.server'
import { isId } from '~/platform/ids.server'
import type { About, GatewayName } from './gateway'
import { paymentAttempts } from './payment-tables.server'

export type Attempt = typeof paymentAttempts.$inferSelect

/** Neither paid nor over: money may still come. */
export const isLive = inArray(paymentAttempts.status, ['starting', 'open'])

export async function findAttempt(db: Database, attemptId: string): Promise<Attempt | null> {
  const [attempt] = await db.select().from(paymentAttempts).where(eq(paymentAttempts.id, attemptId))
  return attempt ?? null
}

/** The one to which the shopper is sent: live, and not being closed. */
export async function findOpenAttempt(db: Database, orderId: string): Promise<Attempt | null> {
  const [attempt] = await db
    .select()
    .from(paymentAttempts)
    .where(and(eq(paymentAttempts.orderId, orderId), isLive, isNull(paymentAttempts.closingAt)))
  return attempt ?? null
}

export type NamedAttempt = Attempt & { orderNumber: string }

/** Every attempt that a message of a bank names, by our id or by the bank's session. */
export function listNamedAttempts(
  db: Database,
  { gateway, about: { attemptIds, sessionId } }: { gateway: GatewayName; about: About },
): Promise<NamedAttempt[]> {
  const ids = attemptIds.filter(isId)
  const bySession = and(eq(paymentAttempts.gateway, gateway), eq(paymentAttempts.sessionId, sessionId ?? ''))
  return db
    .select({ ...getTableColumns(paymentAttempts), orderNumber: numberOfOrder(db, paymentAttempts.orderId) })
    .from(paymentAttempts)
    .where(or(inArray(paymentAttempts.id, ids), sessionId ? bySession : undefined))
    .orderBy(asc(paymentAttempts.orderId))
    .limit(10)
}

export function listLiveAttempts(db: Database, orderId: string): Promise<Attempt[]> {
  return db
    .select()
    .from(paymentAttempts)
    .where(and(eq(paymentAttempts.orderId, orderId), isLive))
    .orderBy(asc(paymentAttempts.startedAt))
    .limit(50)
}

/** Past their time by the database's clock, or given up already. */
export function listAttemptsToClose(db: Database, limit = 200): Promise<Attempt[]> {
  return db
    .select()
    .from(paymentAttempts)
    .where(
      and(
        isLive,
        or(isNotNull(paymentAttempts.closingAt), lt(paymentAttempts.expiresAt, sql`clock_timestamp()`)),
      ),
    )
    .orderBy(asc(paymentAttempts.expiresAt))
    .limit(limit)
}

/** Open for a while without a word from the bank: a notification may have been lost. */
export function listAttemptsToAsk(db: Database, { silentMinutes = 3, limit = 200 } = {}): Promise<Attempt[]> {
  return db
    .select()
    .from(paymentAttempts)
    .where(
      and(
        eq(paymentAttempts.status, 'open'),
        lt(paymentAttempts.startedAt, sql`clock_timestamp() - make_interval(mins => ${silentMinutes})`),
      ),
    )
    .orderBy(asc(paymentAttempts.startedAt))
    .limit(limit)
}
