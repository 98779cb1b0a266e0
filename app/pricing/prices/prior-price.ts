import { shareOfCents } from '~/money/money'

/** What a variant's price was by plan from a moment on, until its next entry. Without a base it was not for sale. */
export type PricePlan = {
  appliesFrom: Date
  baseCents: number | null
  saleCents: number | null
  saleFrom: Date | null
  saleUntil: Date | null
}

/** A time in which everybody could take so many hundredths of a percent off what costs at least so much. */
export type OpenCode = { from: Date; until: Date; value: number; minimumCents: number }

type Stretch = { from: number; until: number; cents: number | null; isSale: boolean }

const THIRTY_DAYS = 30 * 24 * 60 * 60 * 1000

/**
 * The lowest price of the 30 days before the reduction began that is paid now: the price with which a reduction must be
 * compared (Directive 98/6/EC, article 6a; Court of Justice C-330/23: percentages too). Null when nothing is reduced, or
 * nothing was for sale in those days: then no reduction may be announced.
 *
 * `history` is in order. A sale that is prolonged, or lowered without a pause, began when it first began; one whose price
 * was raised, or that paused, began anew. A code open to everybody lowered the price while it could be used.
 */
export function priorPrice(
  history: readonly PricePlan[],
  { now, codes = [] }: { now: Date; codes?: readonly OpenCode[] },
): number | null {
  const stretches = stretchesUntil(history, now.getTime())
  const began = beginningOfReduction(stretches)
  if (began === null) return null
  const earliest = began - THIRTY_DAYS
  const prices = stretches
    .filter(({ from, until }) => from < began && until > earliest)
    .map((one) => ({ ...one, from: Math.max(one.from, earliest), until: Math.min(one.until, began) }))
    .flatMap((stretch) =>
      stretch.cents === null ? [] : lowestWith(codes, { ...stretch, cents: stretch.cents }),
    )
  return prices.length > 0 ? Math.min(...prices) : null
}

/** What was paid at the least during a stretch by whoever knew the codes that everybody could know. */
function lowestWith(
  codes: readonly OpenCode[],
  { from, until, cents }: { from: number; until: number; cents: number },
): number {
  const taken = codes
    .filter(
      (code) => code.from.getTime() < until && code.until.getTime() > from && code.minimumCents <= cents,
    )
    .map(({ value }) => shareOfCents(cents, value))
  return cents - Math.max(0, ...taken)
}

/** The times of one price each, in order, without pause; the last one holds now. */
function stretchesUntil(history: readonly PricePlan[], now: number): Stretch[] {
  const known = history.filter((plan) => plan.appliesFrom.getTime() <= now)
  return known.flatMap((plan, index) => {
    const next = known[index + 1]
    const [from, until] = [plan.appliesFrom.getTime(), next ? next.appliesFrom.getTime() : now]
    return stretchesOf(plan, from, until).filter(
      (one) => one.until > one.from || (!next && one.until === now),
    )
  })
}

function stretchesOf(plan: PricePlan, from: number, until: number): Stretch[] {
  const isWithin = (time: number) => time > from && time <= until
  const turns = [plan.saleFrom, plan.saleUntil].flatMap((time) =>
    time && isWithin(time.getTime()) ? [time.getTime()] : [],
  )
  const starts = [from, ...turns]
  return starts.map((start, index) => ({
    from: start,
    until: starts[index + 1] ?? until,
    ...priceAt(plan, start),
  }))
}

function priceAt({ baseCents, saleCents, saleFrom, saleUntil }: PricePlan, time: number) {
  const hasBegun = saleFrom !== null && saleFrom.getTime() <= time
  const hasEnded = saleUntil !== null && saleUntil.getTime() <= time
  const isSale = baseCents !== null && saleCents !== null && hasBegun && !hasEnded && saleCents < baseCents
  return { cents: isSale ? saleCents : baseCents, isSale }
}

function beginningOfReduction(stretches: readonly Stretch[]): number | null {
  let first = stretches.at(-1)
  if (!first?.isSale) return null
  for (const earlier of stretches.slice(0, -1).reverse()) {
    const isSameReduction = earlier.isSale && Number(earlier.cents) >= Number(first.cents)
    if (!isSameReduction) break
    first = earlier
  }
  return first.from
}
