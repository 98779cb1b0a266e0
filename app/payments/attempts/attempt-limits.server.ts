import { and, gt, inArray, or, sql } from 'drizzle-orm'
import { idsOfOrdersBy } from '~/orders/order-queries.server'
import type { Database } from '~/platform/db.server'
import { paymentAttempts } from '../payment-tables.server'

/** Twenty refused cards within an hour look like somebody trying out stolen numbers. */
export const REFUSED_CARDS = { allowed: 20, minutes: 60 }

/** So many payments a person may begin within an hour; the same page shown again is none. */
export const PAYMENTS = { allowed: 20, minutes: 60 }

/** Whether a person, or a visitor whatever e-mails are named from there, tried out too many cards of late. */
export async function hasTooManyRefusals(
  db: Database,
  who: { email: string; startedFrom: string | null },
): Promise<boolean> {
  const refused = await countRefusedCards(db, { ...who, withinMinutes: REFUSED_CARDS.minutes })
  return refused >= REFUSED_CARDS.allowed
}

/** Cards refused lately to a person, or to where they began, whatever the order: the more of the two. */
async function countRefusedCards(
  db: Database,
  { email, startedFrom, withinMinutes }: { email: string; startedFrom: string | null; withinMinutes: number },
): Promise<number> {
  const isTheirs = inArray(paymentAttempts.orderId, idsOfOrdersBy(db, { email }))
  const isFromThere = sql`${paymentAttempts.startedFrom} = ${startedFrom}::text`
  const refused = sql`coalesce(sum(${paymentAttempts.refusedCards})`
  const [row] = await db
    .select({
      most: sql<number>`greatest(
        ${refused} filter (where ${isTheirs}), 0), ${refused} filter (where ${isFromThere}), 0))::int`,
    })
    .from(paymentAttempts)
    .where(
      and(
        or(isTheirs, isFromThere),
        gt(paymentAttempts.refusedCards, 0),
        gt(paymentAttempts.startedAt, minutesAgo(withinMinutes)),
      ),
    )
  return row?.most ?? 0
}

/** Whether a person began too many payments of late, for any of their orders. */
export async function hasTooManyPayments(db: Database, { email }: { email: string }): Promise<boolean> {
  const theirs = idsOfOrdersBy(db, { email })
  const begun = await db.$count(
    paymentAttempts,
    and(
      inArray(paymentAttempts.orderId, theirs),
      gt(paymentAttempts.startedAt, minutesAgo(PAYMENTS.minutes)),
    ),
  )
  return begun >= PAYMENTS.allowed
}

const minutesAgo = (minutes: number) => sql`clock_timestamp() - make_interval(mins => ${minutes})`
