import type { Database } from '~/platform/db.server'
import { normalizePromoCode, type PromoKind } from './promo-code'
import { promoCodes } from './promo-tables.server'

export type NewPromoCode = {
  code: string
  kind: PromoKind
  /** Hundredths of a percent, cents, or null for free shipping. */
  value: number | null
  startsAt?: Date
  endsAt?: Date
  minimumCents?: number
  maxUses?: number
  maxUsesPerCustomer?: number
  rangeIds?: number[]
  levels?: number[]
  /** Whether it is announced to everybody. Unless it is said, it is, when no level is asked for. */
  isPublic?: boolean
}

export type CreatePromoCodeOutcome = { ok: true; id: number } | { ok: false; reason: 'already-exists' }

/** Codes are the same whatever their case and spaces. */
export async function createPromoCode(db: Database, promo: NewPromoCode): Promise<CreatePromoCodeOutcome> {
  const [created] = await db
    .insert(promoCodes)
    .values({
      ...promo,
      code: normalizePromoCode(promo.code),
      isPublic: promo.isPublic ?? (promo.levels ?? []).length === 0,
    })
    .onConflictDoNothing({ target: promoCodes.code })
    .returning({ id: promoCodes.id })
  return created ? { ok: true, id: created.id } : { ok: false, reason: 'already-exists' }
}
