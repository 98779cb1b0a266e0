import type { Cache } from '~/platform/cache.server'
import type { Indexed } from '~/search/index-products.server'
import { rebuildProductIndex } from '~/search/rebuild-product-index.server'

/** After a large import: whatever pages remember is forgotten, and search begins anew beside the old index. */
export async function renewCatalog(shop: Indexed & { cache: Cache }): Promise<void> {
  await rebuildProductIndex(shop)
  await shop.cache.clear()
}
