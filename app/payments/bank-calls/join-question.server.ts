import { setTimeout as pause } from 'node:timers/promises'
import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { type Attempt, findAttempt } from '../attempt-queries.server'
import { paymentAttempts } from '../payment-tables.server'
import { BANK_DEADLINE_MS } from './bank-deadline'

/** How long an answer serves whoever comes after it. */
const SERVES_SECONDS = 5
/** Longer than any bank is waited for: who asked and told nothing since is taken for dead. */
const LEASE_SECONDS = 15
const LOOK_EVERY_MS = 250

export type SettlePaymentOutcome = { ok: true; paid: boolean; stillOpen: boolean }

type Question = {
  attemptId: string
  ask: (attempt: Attempt) => Promise<SettlePaymentOutcome>
  /** What the books say once an answer was drawn into them. */
  answered: (attempt: Attempt | null) => SettlePaymentOutcome
}

/** Per process, so that a crowd on one page is one waiter at the database. */
const underway = new Map<string, Promise<SettlePaymentOutcome>>()

/** One question to the bank at a time about an attempt, whatever process asks, and none while its answer is fresh. */
export function joinQuestion(db: Database, question: Question): Promise<SettlePaymentOutcome> {
  const { attemptId } = question
  const joined = underway.get(attemptId)
  if (joined) return joined
  const begun = askOrWait(db, question).finally(() => underway.delete(attemptId))
  underway.set(attemptId, begun)
  return begun
}

async function askOrWait(db: Database, { attemptId, ask, answered }: Question) {
  const attempt = await findAttempt(db, attemptId)
  if (!attempt || !isToBeAsked(attempt)) return answered(attempt)
  if (!(await claim(db, attemptId))) return answered(await awaitAnswer(db, attemptId))

  const outcome = await ask(attempt)
  await db
    .update(paymentAttempts)
    .set({ answeredAt: sql`clock_timestamp()` })
    .where(eq(paymentAttempts.id, attemptId))
  return outcome
}

function isToBeAsked({ status, sessionId }: Attempt): boolean {
  return status === 'open' || (status === 'starting' && sessionId !== null)
}

async function claim(db: Database, attemptId: string): Promise<boolean> {
  const { askedAt, answeredAt } = paymentAttempts
  const mayBeAsked = sql`case
    when ${askedAt} is null then true
    when ${answeredAt} >= ${askedAt} then ${answeredAt} < clock_timestamp() - make_interval(secs => ${SERVES_SECONDS})
    else ${askedAt} < clock_timestamp() - make_interval(secs => ${LEASE_SECONDS}) end`
  const claimed = await db
    .update(paymentAttempts)
    .set({ askedAt: sql`clock_timestamp()` })
    .where(and(eq(paymentAttempts.id, attemptId), mayBeAsked))
    .returning({ id: paymentAttempts.id })
  return claimed.length > 0
}

async function awaitAnswer(db: Database, attemptId: string): Promise<Attempt | null> {
  const until = Date.now() + BANK_DEADLINE_MS
  for (;;) {
    const attempt = await findAttempt(db, attemptId)
    const isAnswered = attempt?.askedAt && attempt.answeredAt && attempt.answeredAt >= attempt.askedAt
    if (!attempt || !isToBeAsked(attempt) || isAnswered || Date.now() >= until) return attempt
    await pause(LOOK_EVERY_MS)
  }
}
