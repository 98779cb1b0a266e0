import { type BulkLoad, copyInto } from '~/platform/copy-into.server'
import type { LoadedPrice } from './load-prices.server'

export const PRICE_TABLES = ['variant_prices', 'price_tiers', 'price_history']

/** First prices of variants that have none yet, in bulk; the past before the present, as the history wants it. */
export async function copyPrices(load: BulkLoad, prices: readonly LoadedPrice[]): Promise<void> {
  await copyInto(
    load,
    { table: 'price_history', columns: ['variant_id', 'applies_from', 'base_cents'] },
    prices.flatMap(({ variantId, past }) => past.map(({ from, cents }) => [variantId, from, cents])),
  )
  await copyInto(
    load,
    {
      table: 'variant_prices',
      columns: ['variant_id', 'base_cents', 'sale_cents', 'sale_from', 'sale_until'],
    },
    prices.map(({ variantId, baseCents, sale }) => [
      variantId,
      baseCents,
      sale?.cents ?? null,
      sale?.from ?? null,
      sale?.until ?? null,
    ]),
  )
  await copyInto(
    load,
    { table: 'price_tiers', columns: ['variant_id', 'from_quantity', 'unit_cents'] },
    prices.flatMap(({ variantId, tiers }) =>
      tiers.map(({ fromQuantity, unitCents }) => [variantId, fromQuantity, unitCents]),
    ),
  )
}
