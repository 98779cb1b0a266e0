import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { isAmong } from '~/platform/is-among.server'

export type WrittenPrice = {
  variantId: number
  baseCents: number
  saleCents: number | null
  saleFrom: string | null
  saleUntil: string | null
}

/** The base and sale prices of many variants at once, first ones and new ones. The database keeps their history. */
export async function writePrices(tx: Database, prices: readonly WrittenPrice[]): Promise<void> {
  if (prices.length === 0) return
  await tx.execute(sql`
    insert into variant_prices (variant_id, base_cents, sale_cents, sale_from, sale_until)
    select "variantId", "baseCents", "saleCents", "saleFrom", "saleUntil"
    from json_to_recordset(${JSON.stringify(prices)}::json) as given ("variantId" int, "baseCents" int, "saleCents" int,
      "saleFrom" timestamptz, "saleUntil" timestamptz)
    order by 1
    on conflict (variant_id) do update set base_cents = excluded.base_cents, sale_cents = excluded.sale_cents,
      sale_from = excluded.sale_from, sale_until = excluded.sale_until`)
}

/** These variants are not for sale any more. */
export async function removePrices(tx: Database, variantIds: readonly number[]): Promise<void> {
  if (variantIds.length === 0) return
  await tx.execute(sql`delete from variant_prices where ${isAmong(sql`variant_id`, variantIds)}`)
}

/** What these variants cost, as it was written; a variant that is not for sale is missing. */
export async function listWrittenPrices(
  db: Database,
  variantIds: readonly number[],
): Promise<Map<number, WrittenPrice>> {
  if (variantIds.length === 0) return new Map()
  const rows = await db.execute<WrittenPrice>(sql`
    select variant_id as "variantId", base_cents as "baseCents", sale_cents as "saleCents",
      ${utc(sql`sale_from`)} as "saleFrom", ${utc(sql`sale_until`)} as "saleUntil"
    from variant_prices where ${isAmong(sql`variant_id`, variantIds)}`)
  return new Map(rows.map((price) => [price.variantId, price]))
}

/** A moment as JavaScript writes it: 2026-11-20T08:00:00.000Z. */
function utc(time: ReturnType<typeof sql>) {
  return sql`to_char(${time} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}
