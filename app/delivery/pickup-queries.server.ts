import { and, asc, eq, sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { pickupPoints } from './delivery-tables.server'

export type PickupPoint = Omit<typeof pickupPoints.$inferSelect, 'methodCode'>

const columns = {
  code: pickupPoints.code,
  name: pickupPoints.name,
  street: pickupPoints.street,
  postcode: pickupPoints.postcode,
  city: pickupPoints.city,
  country: pickupPoints.country,
}

/** The points of a method in a country; those whose postcode resembles the given one come first. */
export function listPickupPoints(
  db: Database,
  { method, country, postcode = '' }: { method: string; country: string; postcode?: string },
): Promise<PickupPoint[]> {
  const begins = (length: number) =>
    sql`(left(${pickupPoints.postcode}, ${length}) = left(${postcode}, ${length})) desc`
  return db
    .select(columns)
    .from(pickupPoints)
    .where(and(eq(pickupPoints.methodCode, method), eq(pickupPoints.country, country)))
    .orderBy(begins(5), begins(3), begins(2), asc(pickupPoints.postcode), asc(pickupPoints.code))
    .limit(20)
}

/** A point that this method serves in this country, or null. */
export async function findPickupPoint(
  db: Database,
  { code, method, country }: { code: string; method: string; country: string },
): Promise<PickupPoint | null> {
  const [point] = await db
    .select(columns)
    .from(pickupPoints)
    .where(
      and(
        eq(pickupPoints.code, code),
        eq(pickupPoints.methodCode, method),
        eq(pickupPoints.country, country),
      ),
    )
  return point ?? null
}
