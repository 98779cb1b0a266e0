import type { LoadedPrice } from '~/pricing/bulk/load-prices.server'
import { randomFrom } from '../random'
import { type DemoProduct, type DemoVariant, daysBefore } from './demo-product'

/** Ranges that are bought by the carton: from how many on, and what per cent of the price is then paid. */
const BY_QUANTITY: Record<string, readonly (readonly [fromQuantity: number, percent: number])[]> = {
  'huile-moteur': [
    [4, 95],
    [12, 90],
  ],
  'huile-de-boite': [[4, 95]],
  'liquide-de-refroidissement': [[4, 94]],
  adblue: [[4, 95]],
  'lave-glace': [
    [3, 92],
    [6, 85],
  ],
  ampoule: [
    [2, 95],
    [10, 80],
  ],
  'bouchon-de-vidange': [[10, 85]],
  boosters: [
    [6, 95],
    [18, 92],
    [36, 88],
  ],
  displays: [[6, 95]],
  'pochettes-de-protection': [
    [3, 93],
    [10, 85],
  ],
}

/** What a variant costs, since when, and for whoever buys more. */
export function pricePlan(
  { range, daysAgo }: Pick<DemoProduct, 'range' | 'daysAgo'>,
  { sku, priceCents: baseCents, saleCents }: Pick<DemoVariant, 'sku' | 'priceCents' | 'saleCents'>,
  now: Date,
): Omit<LoadedPrice, 'variantId'> {
  const past = [{ from: daysBefore(now, daysAgo), cents: baseCents }]
  // Some cost a little less for a week not long ago: that price stands beside their sale, not the usual one.
  const dipCents = Math.round(baseCents * 0.95)
  const hadADip = saleCents !== null && saleCents < dipCents && daysAgo > 30
  if (hadADip && randomFrom(sku, 'past').chance(35))
    past.push({ from: daysBefore(now, 25), cents: dipCents }, { from: daysBefore(now, 18), cents: baseCents })
  return {
    baseCents,
    sale: saleCents === null ? null : { cents: saleCents, from: now, until: daysBefore(now, -30) },
    tiers: tiersOf(range, baseCents),
    past,
  }
}

function tiersOf(range: string, baseCents: number) {
  let before = baseCents
  return (BY_QUANTITY[range] ?? []).flatMap(([fromQuantity, percent]) => {
    const unitCents = Math.round((baseCents * percent) / 100)
    if (unitCents >= before) return []
    before = unitCents
    return [{ fromQuantity, unitCents }]
  })
}
