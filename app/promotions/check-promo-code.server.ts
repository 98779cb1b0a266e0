import { and, count, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import {
  type DiscountableLine,
  freesDelivery,
  isForRange,
  normalizePromoCode,
  type PromoKind,
  shareDiscount,
} from './promo-code'
import { promoCodes, promoRedemptions } from './promo-tables.server'

export type Promo = {
  id: number
  code: string
  kind: PromoKind
  discountCents: number
  /** One per line, in the order of the lines. */
  lineDiscounts: number[]
  isDeliveryFree: boolean
}

export type PromoRefusal =
  | { ok: false; reason: 'unknown' | 'not-yet' | 'expired' | 'used-up' | 'used-by-you' }
  | { ok: false; reason: 'not-for-these' | 'not-for-you' }
  | { ok: false; reason: 'below-minimum'; minimumCents: number }

export type CheckPromoCodeOutcome = { ok: true; promo: Promo } | PromoRefusal

/**
 * Whether a code holds for these lines at this moment, and what it takes off. Asked at every display and once more when
 * the order is placed; only `redeemPromoCode` counts a use. `customer` is an e-mail, as soon as it is known.
 */
export async function checkPromoCode(
  db: Database,
  {
    code,
    lines,
    customer,
    level,
    now = new Date(),
  }: {
    code: string
    lines: readonly DiscountableLine[]
    customer?: string | null
    level?: number | null
    now?: Date
  },
): Promise<CheckPromoCodeOutcome> {
  const [promo] = await db
    .select()
    .from(promoCodes)
    .where(eq(promoCodes.code, normalizePromoCode(code)))
  if (!promo) return { ok: false, reason: 'unknown' }
  if (promo.startsAt && promo.startsAt > now) return { ok: false, reason: 'not-yet' }
  if (promo.endsAt && promo.endsAt <= now) return { ok: false, reason: 'expired' }
  if (promo.maxUses !== null && promo.uses >= promo.maxUses) return { ok: false, reason: 'used-up' }
  if (promo.levels.length > 0 && !promo.levels.includes(level ?? 0))
    return { ok: false, reason: 'not-for-you' }
  if (customer && (await hasUsedUp(db, promo, customer))) return { ok: false, reason: 'used-by-you' }
  if (!lines.some((line) => isForRange(line, promo.rangeIds))) return { ok: false, reason: 'not-for-these' }

  const itemsCents = lines.reduce((sum, line) => sum + line.totalCents, 0)
  if (itemsCents < promo.minimumCents)
    return { ok: false, reason: 'below-minimum', minimumCents: promo.minimumCents }

  const lineDiscounts = shareDiscount(lines, promo)
  return {
    ok: true,
    promo: {
      id: promo.id,
      code: promo.code,
      kind: promo.kind,
      discountCents: lineDiscounts.reduce((sum, cents) => sum + cents, 0),
      lineDiscounts,
      isDeliveryFree: freesDelivery(promo),
    },
  }
}

/** A customer's uses of a code are those of all their orders that were not cancelled. */
export async function hasUsedUp(
  db: Database,
  promo: { id: number; maxUsesPerCustomer: number | null },
  customer: string,
): Promise<boolean> {
  if (promo.maxUsesPerCustomer === null) return false
  const [row] = await db
    .select({ uses: count() })
    .from(promoRedemptions)
    .where(
      and(
        eq(promoRedemptions.promoCodeId, promo.id),
        sql`${promoRedemptions.customer} = ${customerKey(customer)}`,
        isNull(promoRedemptions.givenBackAt),
      ),
    )
  return (row?.uses ?? 0) >= promo.maxUsesPerCustomer
}

export function customerKey(email: string): string {
  return email.trim().toLowerCase()
}
