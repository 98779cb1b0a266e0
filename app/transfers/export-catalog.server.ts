import type { Database } from '~/platform/db.server'
import { exportOwnProducts } from './export-products.server'
import { exportShopifyProducts } from './export-shopify.server'
import type { TransferKind } from './transfer-kinds'

export type ExportFormat = 'comptoir' | 'shopify'

export type Export = { ok: true; pages: AsyncGenerator<string[][]> } | { ok: false; reason: 'no-such-format' }

/** The pages of an export, headings first. Nothing is read before the first page is asked for. */
export function exportCatalog(
  db: Database,
  { what, format }: { what: TransferKind; format: ExportFormat },
): Export {
  if (what === 'products' && format === 'shopify') return { ok: true, pages: exportShopifyProducts(db) }
  if (what === 'products') return { ok: true, pages: exportOwnProducts(db) }
  return { ok: false, reason: 'no-such-format' }
}
