/** What is known of a variant's price. Cents, VAT included. */
export type PriceFacts = {
  baseCents: number
  saleCents: number | null
  saleFrom: Date | null
  saleUntil: Date | null
}

export type UnitPrice = {
  unitCents: number
  /** What one costs without any reduction. */
  baseUnitCents: number
  /** True while a time-limited reduction is what the customer pays. */
  isSale: boolean
}

/** The lowest of the prices that hold now. A sale begins at its first moment and has ended at its last. */
export function unitPrice(facts: PriceFacts, { now }: { now: Date }): UnitPrice {
  const sale = saleCentsAt(facts, now)
  const isSale = sale !== null && sale < facts.baseCents
  return { unitCents: isSale ? sale : facts.baseCents, baseUnitCents: facts.baseCents, isSale }
}

function saleCentsAt({ saleCents, saleFrom, saleUntil }: PriceFacts, now: Date): number | null {
  const hasBegun = saleFrom !== null && saleFrom <= now
  const hasEnded = saleUntil !== null && saleUntil <= now
  return hasBegun && !hasEnded ? saleCents : null
}
