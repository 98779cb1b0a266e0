import { and, asc, desc, eq, lte, sql } from 'drizzle-orm'
import { productView, variantView } from '~/catalog/catalog-views.server'
import type { Database } from '~/platform/db.server'
import { isAmongUncounted } from '~/platform/is-among.server'
import { isForRange } from '~/promotions/promo-code'
import { listPublicReductions } from '~/promotions/public-code-queries.server'
import type { PriceQuote } from './price-queries.server'
import { priceHistory } from './price-tables.server'
import { type PricePlan, priorPrice } from './prices/prior-price'

/** A price that is shown beside the one that is paid, struck through. */
export type Reduction = {
  beforeCents: number
  /** True for a sale: `beforeCents` is then the lowest price of the 30 days before it began, and is shown as such. */
  isAnnounced: boolean
}

/** More changes of one price than a reduction and the 30 days before it can hold in earnest. */
const LONGEST_HISTORY = 200

/**
 * What may be shown as reduced, by variant id. A sale counts only below the lowest price of the 30 days before it, so a
 * price that was raised for the occasion announces nothing. Prices by quantity and by level stand beside the base price.
 */
export async function listReductions(
  db: Database,
  quotes: Iterable<PriceQuote>,
  { now = new Date() }: { now?: Date } = {},
): Promise<Map<number, Reduction>> {
  const reduced = [...quotes].filter((quote) => quote.applied !== 'base')
  const onSale = reduced.filter((quote) => quote.applied === 'sale').map((quote) => quote.variantId)
  const prior = await listPriorPrices(db, onSale, { now })
  return new Map(
    reduced.flatMap(({ variantId, unitCents, baseUnitCents, applied }) => {
      const isAnnounced = applied === 'sale'
      const beforeCents = isAnnounced ? prior.get(variantId) : baseUnitCents
      if (beforeCents === undefined || beforeCents <= unitCents) return []
      return [[variantId, { beforeCents, isAnnounced }] as const]
    }),
  )
}

async function listPriorPrices(
  db: Database,
  variantIds: readonly number[],
  { now }: { now: Date },
): Promise<Map<number, number>> {
  if (variantIds.length === 0) return new Map()
  const [histories, codes] = await Promise.all([
    listPriceHistories(db, variantIds, { now }),
    listPublicReductions(db, { now }),
  ])
  return new Map(
    [...histories].flatMap(([variantId, { rangeId, plans }]) => {
      const cents = priorPrice(plans, {
        now,
        codes: codes.filter((code) => isForRange({ rangeId }, code.rangeIds)),
      })
      return cents === null ? [] : [[variantId, cents] as const]
    }),
  )
}

/** What the prices of these variants were until now, oldest first; and the range they are sold in. */
async function listPriceHistories(
  db: Database,
  variantIds: readonly number[],
  { now }: { now: Date },
): Promise<Map<number, { rangeId: number; plans: PricePlan[] }>> {
  const latest = db
    .select({
      variantId: priceHistory.variantId,
      appliesFrom: priceHistory.appliesFrom,
      id: priceHistory.id,
      baseCents: priceHistory.baseCents,
      saleCents: priceHistory.saleCents,
      saleFrom: priceHistory.saleFrom,
      saleUntil: priceHistory.saleUntil,
    })
    .from(priceHistory)
    .where(and(eq(priceHistory.variantId, variantView.id), lte(priceHistory.appliesFrom, now)))
    .orderBy(desc(priceHistory.appliesFrom), desc(priceHistory.id))
    .limit(LONGEST_HISTORY)
    .as('latest')
  const rows = await db
    .select({
      variantId: latest.variantId,
      rangeId: productView.rangeId,
      appliesFrom: latest.appliesFrom,
      baseCents: latest.baseCents,
      saleCents: latest.saleCents,
      saleFrom: latest.saleFrom,
      saleUntil: latest.saleUntil,
    })
    .from(variantView)
    .innerJoin(productView, eq(productView.id, variantView.productId))
    .innerJoinLateral(latest, sql`true`)
    .where(isAmongUncounted(variantView.id, variantIds))
    .orderBy(asc(latest.variantId), asc(latest.appliesFrom), asc(latest.id))
  const histories = new Map<number, { rangeId: number; plans: PricePlan[] }>()
  for (const { variantId, rangeId, ...plan } of rows) {
    const history = histories.get(variantId) ?? { rangeId, plans: [] }
    history.plans.push(plan)
    histories.set(variantId, history)
  }
  return histories
}
