import { changeTag } from '~/changes'
import { tellChanges } from '~/platform/changes.server'
import type { Indexed } from '~/search/index-products.server'
import { rebuildProductIndex } from '~/search/rebuild-product-index.server'

/** After a large import: search begins anew beside the old index, and whatever pages remember of it is forgotten. */
export async function renewCatalog(shop: Indexed): Promise<void> {
  await rebuildProductIndex(shop)
  await tellChanges(shop.db, [changeTag.all])
}
