import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { orders } from '~/orders/order-tables.server'
import type { Database } from '~/platform/db.server'
import { isId } from '~/platform/ids.server'
import type { GatewayName } from './gateway'
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

/** A notification names the attempt by our id, or else by the bank's session. */
export async function findNotifiedAttempt(
  db: Database,
  {
    gateway,
    attemptId,
    sessionId,
  }: { gateway: GatewayName; attemptId: string | null; sessionId: string | null },
): Promise<Attempt | null> {
  const byId = attemptId && isId(attemptId) ? eq(paymentAttempts.id, attemptId) : undefined
  const bySession = sessionId ? eq(paymentAttempts.sessionId, sessionId) : undefined
  if (!byId && !bySession) return null

  const [attempt] = await db
    .select()
    .from(paymentAttempts)
    .where(and(eq(paymentAttempts.gateway, gateway), or(byId, bySession)))
    .orderBy(desc(byId ?? bySession ?? paymentAttempts.id))
    .limit(1)
  return attempt ?? null
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

/** Cards refused lately to a person, or from an address, whatever the order: the more of the two. */
export async function countRefusedCards(
  db: Database,
  { email, startedFrom, withinMinutes }: { email: string; startedFrom: string | null; withinMinutes: number },
): Promise<number> {
  const isTheirs = sql`lower(${orders.email}) = lower(${email})`
  const isFromThere = sql`${paymentAttempts.startedFrom} = ${startedFrom}::text`
  const refused = sql`coalesce(sum(${paymentAttempts.refusedCards})`
  const [row] = await db
    .select({
      most: sql<number>`greatest(
        ${refused} filter (where ${isTheirs}), 0), ${refused} filter (where ${isFromThere}), 0))::int`,
    })
    .from(paymentAttempts)
    .innerJoin(orders, eq(orders.id, paymentAttempts.orderId))
    .where(
      and(
        or(isTheirs, isFromThere),
        gt(paymentAttempts.refusedCards, 0),
        gt(paymentAttempts.startedAt, minutesAgo(withinMinutes)),
      ),
    )
  return row?.most ?? 0
}

/** How often a payment was begun lately for the orders of a person. */
export function countAttempts(
  db: Database,
  { email, withinMinutes }: { email: string; withinMinutes: number },
): Promise<number> {
  const theirs = db
    .select({ id: orders.id })
    .from(orders)
    .where(sql`lower(${orders.email}) = lower(${email})`)
  return db.$count(
    paymentAttempts,
    and(inArray(paymentAttempts.orderId, theirs), gt(paymentAttempts.startedAt, minutesAgo(withinMinutes))),
  )
}

const minutesAgo = (minutes: number) => sql`clock_timestamp() - make_interval(mins => ${minutes})`
