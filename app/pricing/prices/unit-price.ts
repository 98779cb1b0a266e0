/** What is known of a variant's price, for one quantity and one customer. Cents, VAT included. */
export type PriceFacts = {
  baseCents: number
  saleCents: number | null
  saleFrom: Date | null
  saleUntil: Date | null
  /** The lowest price of the tiers that the quantity reaches. */
  tierCents: number | null
  /** The lowest price that the customer's level may have. */
  levelCents: number | null
}

/** Where a price comes from: the label, a sale for everybody, the quantity, or the customer's level. */
export type PriceSource = 'base' | 'sale' | 'tier' | 'level'

export type UnitPrice = {
  unitCents: number
  /** What one costs without any reduction. */
  baseUnitCents: number
  applied: PriceSource
}

/** The lowest of the prices that hold now; of equal ones the first named: a customer is not told of a favour that is none. */
export function unitPrice(facts: PriceFacts, { now }: { now: Date }): UnitPrice {
  const { baseCents, tierCents, levelCents } = facts
  let price: UnitPrice = { unitCents: baseCents, baseUnitCents: baseCents, applied: 'base' }
  const offers = [
    ['sale', saleCentsAt(facts, now)],
    ['tier', tierCents],
    ['level', levelCents],
  ] as const
  for (const [applied, cents] of offers)
    if (cents !== null && cents < price.unitCents) price = { ...price, unitCents: cents, applied }
  return price
}

type Sale = Pick<PriceFacts, 'saleCents' | 'saleFrom' | 'saleUntil'>

/** A sale begins at its first moment and has ended at its last. */
function saleCentsAt({ saleCents, saleFrom, saleUntil }: Sale, now: Date): number | null {
  const hasBegun = saleFrom !== null && saleFrom <= now
  const hasEnded = saleUntil !== null && saleUntil <= now
  return hasBegun && !hasEnded ? saleCents : null
}
