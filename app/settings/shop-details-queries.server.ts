import { eq } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { shopSettings } from './setting-tables.server'
import { DEMONSTRATION_SHOP, type ShopDetails } from './shop-details'

export const SHOP_DETAILS = 'shop-details'

export async function findShopDetails(db: Database): Promise<ShopDetails> {
  const [saved] = await db
    .select({ value: shopSettings.value })
    .from(shopSettings)
    .where(eq(shopSettings.name, SHOP_DETAILS))
  if (!saved) return DEMONSTRATION_SHOP
  return { ...DEMONSTRATION_SHOP, isDemonstration: false, ...(saved.value as Partial<ShopDetails>) }
}
