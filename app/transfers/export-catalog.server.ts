import type { Database } from '~/platform/db.server'
import { exportOwnProducts } from './export/export-products.server'
import { exportShopifyProducts } from './export/export-shopify.server'
import { exportFitments, exportVehicles } from './export/export-vehicles.server'
import { TABLE_LAYOUTS, type TableLayout, type TransferKind } from './transfer-kinds'

export type ExportFormat = 'comptoir' | 'shopify'

export type Export = { ok: true; pages: AsyncGenerator<string[][]> } | { ok: false; reason: 'no-such-format' }

/** The pages of an export, headings first. Nothing is read before the first page is asked for. */
export function exportCatalog(
  db: Database,
  {
    what,
    format,
    layout = TABLE_LAYOUTS.plain,
  }: { what: TransferKind; format: ExportFormat; layout?: TableLayout },
): Export {
  if (format === 'shopify')
    return what === 'products'
      ? { ok: true, pages: exportShopifyProducts(db) }
      : { ok: false, reason: 'no-such-format' }
  return { ok: true, pages: OWN[what](db, layout) }
}

const OWN = { products: exportOwnProducts, vehicles: exportVehicles, fitments: exportFitments }
