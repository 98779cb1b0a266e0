import { eq, type SQL, sql } from 'drizzle-orm'
import { nextRelease, stockView } from '~/inventory/stock-columns.server'
import { availableNow } from '~/inventory/stock-queries.server'
import { builtOnce } from '~/platform/built-once.server'
import type { Database } from '~/platform/db.server'
import { isAmongUncounted } from '~/platform/is-among.server'
import {
  nextSaleTurn,
  type PriceTier,
  priceColumns,
  priceView,
  tiersColumn,
} from '~/pricing/price-columns.server'
import { quoteOfOne } from '~/pricing/price-queries.server'
import { listReductions, type Reduction } from '~/pricing/reduction-queries.server'
import { vipLevel } from '~/pricing/vip-level'
import type { PageContents } from '~/shop.server'

export type Offer = {
  variantId: number
  unitCents: number
  /** What may be shown beside the price, struck through. */
  reduction: Reduction | null
  available: number
  /** What one of many costs, from the smallest quantity on. */
  tiers: PriceTier[]
}

/** Who looks: the customer's level decides the price, and what the own cart keeps aside can be had by its visitor. */
export type Visitor = { level?: number | null | undefined; cartId?: string | undefined }

/**
 * What one of each variant costs now and how many can be had, by variant. Without a price: no offer. One query, and two
 * more where something is on sale. `page` learns until when this holds.
 */
export async function listOffers(
  db: Database,
  variantIds: readonly number[],
  { level = null, cartId, page }: Visitor & { page?: PageContents | undefined } = {},
): Promise<Map<number, Offer>> {
  if (variantIds.length === 0) return new Map()
  const now = new Date()
  const form = `${vipLevel(level) ?? ''}${cartId ? ' with cart' : ''}` as const
  const rows = await offersNow(db, form).execute({ ids: `{${variantIds.join(',')}}`, cartId })

  for (const { turnsAt } of rows) page?.holdsUntil(turnsAt)
  const quotes = rows.map(({ price }) => quoteOfOne(price, { now }))
  const reductions = await listReductions(db, quotes, { now })
  return new Map(
    rows.map(({ available, tiers }, place) => {
      const { variantId, unitCents } = quotes[place] as (typeof quotes)[number]
      return [
        variantId,
        { variantId, unitCents, reduction: reductions.get(variantId) ?? null, available, tiers },
      ]
    }),
  )
}

/** When the clock alone changes what a page says of a variant. */
const nextTurn: SQL<Date | null> = sql`least(${nextSaleTurn}, ${nextRelease})`.mapWith(
  (moment: string) => new Date(moment),
)

const offersNow = builtOnce((db, form: `${number | ''}${'' | ' with cart'}`) => {
  const [level = '', ...cart] = form.split(' ')
  const holder =
    cart.length > 0 ? { holder: 'cart' as const, holderId: sql.placeholder('cartId') } : undefined
  return db
    .select({
      price: priceColumns(level === '' ? null : Number(level)),
      available: sql<number>`coalesce(${availableNow({ holder })}, 0)`,
      tiers: tiersColumn,
      turnsAt: nextTurn,
    })
    .from(priceView)
    .leftJoin(stockView, eq(stockView.variantId, priceView.variantId))
    .where(isAmongUncounted(priceView.variantId, sql.placeholder('ids')))
    .prepare('offers_now')
})
