import type { fitmentConditions } from './fitment-tables.server'

/** What a fitment asks of a vehicle of the right type. Null: it does not matter. Dates are written 2006-03-01. */
export type FitmentCondition = Omit<typeof fitmentConditions.$inferSelect, 'id'>

/** What is known of the shopper's own vehicle and of where the part is to go. What is missing is unknown. */
export type KnownFacts = {
  axle?: FitmentCondition['axle']
  side?: FitmentCondition['side']
  /** The day it was built, or the month: `2006-03`. */
  built?: string | null
  chassis?: string | null
  airConditioning?: boolean | null
}

/** A fact that decides whether the part fits, and what the part asks of it. */
export type FitReason =
  | { fact: 'axle'; wanted: NonNullable<FitmentCondition['axle']> }
  | { fact: 'side'; wanted: NonNullable<FitmentCondition['side']> }
  | { fact: 'built' | 'chassis'; from: string | null; until: string | null }
  | { fact: 'airConditioning'; wanted: boolean }

export type Fit = { fit: 'fits' | 'check' | 'does-not-fit'; reasons: FitReason[] }

type Verdict = 'met' | 'unknown' | 'broken'

const RANK = { fits: 0, check: 1, 'does-not-fit': 2 } as const

/**
 * Whether a part fits a vehicle, from all its fitments to the vehicle's type; null stands for one without conditions. The
 * best fitment counts. Without any the part does not fit. A fact that is contradicted means no, one that is unknown means
 * "check this first".
 */
export function fitOf(fitments: readonly (FitmentCondition | null)[], known: KnownFacts = {}): Fit {
  const answers = fitments.map((condition) => answerFor(condition, known))
  const [best] = answers.toSorted((a, b) => RANK[a.fit] - RANK[b.fit] || a.reasons.length - b.reasons.length)
  return best ?? { fit: 'does-not-fit', reasons: [] }
}

function answerFor(condition: FitmentCondition | null, known: KnownFacts): Fit {
  if (!condition) return { fit: 'fits', reasons: [] }
  const judged = reasonsOf(condition).map((reason) => ({ reason, verdict: judge(reason, known) }))
  const those = (wanted: Verdict) =>
    judged.filter(({ verdict }) => verdict === wanted).map(({ reason }) => reason)
  const [broken, unknown] = [those('broken'), those('unknown')]
  if (broken.length > 0) return { fit: 'does-not-fit', reasons: broken }
  return unknown.length > 0 ? { fit: 'check', reasons: unknown } : { fit: 'fits', reasons: [] }
}

/** What a condition asks, fact by fact. */
export function reasonsOf(condition: FitmentCondition): FitReason[] {
  const { axle, side, builtFrom, builtUntil, chassisFrom, chassisUntil, airConditioning } = condition
  const reasons: FitReason[] = []
  if (axle) reasons.push({ fact: 'axle', wanted: axle })
  if (side) reasons.push({ fact: 'side', wanted: side })
  if (builtFrom || builtUntil) reasons.push({ fact: 'built', from: builtFrom, until: builtUntil })
  if (chassisFrom || chassisUntil) reasons.push({ fact: 'chassis', from: chassisFrom, until: chassisUntil })
  if (airConditioning !== null) reasons.push({ fact: 'airConditioning', wanted: airConditioning })
  return reasons
}

function judge(reason: FitReason, known: KnownFacts): Verdict {
  switch (reason.fact) {
    case 'axle':
    case 'side':
    case 'airConditioning': {
      const fact = known[reason.fact]
      if (fact === undefined || fact === null) return 'unknown'
      return fact === reason.wanted ? 'met' : 'broken'
    }
    case 'built':
      return known.built ? judgeBuilt(known.built, reason) : 'unknown'
    case 'chassis':
      return known.chassis ? judgeChassis(plainChassis(known.chassis), reason) : 'unknown'
  }
}

type Bounds = { from: string | null; until: string | null }

/** A month may lie on both sides of a limit: then only the day would tell. */
function judgeBuilt(built: string, { from, until }: Bounds): Verdict {
  const [first, last] = built.length === 7 ? [`${built}-01`, `${built}-31`] : [built, built]
  if ((from && last < from) || (until && first > until)) return 'broken'
  return (from && first < from) || (until && last > until) ? 'unknown' : 'met'
}

/** Makers count at the end of the number, so a limit of seven places is compared with the last seven. */
function judgeChassis(chassis: string, { from, until }: Bounds): Verdict {
  const end = (bound: string) => chassis.slice(-bound.length)
  if ((from && chassis.length < from.length) || (until && chassis.length < until.length)) return 'unknown'
  return (from && end(from) < from) || (until && end(until) > until) ? 'broken' : 'met'
}

/** Letters and digits in capitals: « vf1 br-0H 12 » is typed in many ways. */
export function plainChassis(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
}
