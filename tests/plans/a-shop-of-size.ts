import { sql } from 'drizzle-orm'
import {
  copyProducts,
  findFreeNumbers,
  keepNumbers,
  PRODUCT_TABLES,
} from '~/catalog/bulk/copy-products.server'
import { loadCatalogFrame } from '~/catalog/bulk/load-catalog.server'
import { copyStock, STOCK_TABLES } from '~/inventory/bulk/copy-stock.server'
import { type BulkLoad, inBulk } from '~/platform/copy-into.server'
import type { Database } from '~/platform/db.server'
import { withoutIndexes } from '~/platform/without-indexes.server'
import { copyPrices, PRICE_TABLES } from '~/pricing/bulk/copy-prices.server'
import { rebuildDocuments } from '~/search/rebuild-product-index.server'
import { copyFitments, FITMENT_TABLES } from '~/vehicles/bulk/copy-fitments.server'
import { loadVehicles } from '~/vehicles/bulk/load-vehicles.server'
import { NOTHING_ASKED } from '~/vehicles/fitment-conditions.server'

const TYPES_OF_A_PART = 10
const SMALL_RANGES = 100
const PRODUCTS_PER_TYPE = 4
const BRANDS = 8

/**
 * A shop with so many products: half of them stand in the first range, the others in a hundred small ones. However large
 * it is, every part fits ten types, and a type has twenty parts of the first range.
 */
export async function fillShopOfSize(db: Database, url: string, products: number): Promise<void> {
  const typeIds = await vehicles(db, products / PRODUCTS_PER_TYPE)
  const frame = await loadCatalogFrame(db, frameFor())
  const [rangeIds, brandIds] = [[...frame.rangeIds.values()], [...frame.brandIds.values()]]
  const numbers = Array.from({ length: products }, (_, at) => at)
  const placed = numbers.map((at) => ({ at, rangeId: rangeIds[rangeOf(at)] ?? 0 }))

  await inBulk(url, (load) =>
    withoutIndexes(
      (statement) => load.unsafe(statement),
      [...PRODUCT_TABLES, ...PRICE_TABLES, ...STOCK_TABLES, ...FITMENT_TABLES],
      async () => {
        await loadGoods(load, placed, brandIds)
        await copyFitments(
          load,
          placed.map(({ at, rangeId }) => ({ productId: at + 1, rangeId, fits: fitsOf(at, typeIds) })),
        )
      },
    ),
  )
  await pictures(db)
  await rebuildDocuments(db, () => {})
  await trade(db, products)
}

function rangeOf(at: number): number {
  return at % 2 === 0 ? 0 : 1 + (((at - 1) / 2) % SMALL_RANGES)
}

async function loadGoods(
  load: BulkLoad,
  placed: readonly { at: number; rangeId: number }[],
  brandIds: readonly number[],
): Promise<void> {
  const free = await findFreeNumbers(load)
  const made = placed.map(({ at, rangeId }) => ({
    id: free.product + at,
    rangeId,
    brandId: brandIds[at % BRANDS] ?? 0,
    slug: `disque-${at + 1}`,
    vatClass: 'standard' as const,
    attributes: { axle: at % 3 === 0 ? 'front' : 'rear', diameter_mm: 240 + (at % 50) },
    tags: [],
    createdAt: new Date(Date.UTC(2026, 0, 1) + at * 60_000),
    name: { fr: `Disque de frein n° ${at + 1}`, en: `Brake disc no. ${at + 1}` },
    description: { fr: 'Un disque ventilé.', en: 'A vented disc.' },
    references: [
      { kind: 'manufacturer' as const, maker: 'Bosch', value: `BD ${100_000 + at}` },
      { kind: 'oem' as const, maker: 'Renault', value: `7701 ${200_000 + at}` },
    ],
    variants: [{ id: free.variant + at, sku: `DISC-${at + 1}`, options: {}, weightGrams: 4_000 }],
  }))
  await copyProducts(load, made)
  await copyPrices(
    load,
    made.map(({ variants: [variant], createdAt }, at) => ({
      variantId: variant?.id ?? 0,
      baseCents: 2_000 + ((at * 37) % 9_000),
      sale: null,
      tiers: at % 10 === 0 ? [{ fromQuantity: 4, unitCents: 1_500 }] : [],
      past: [{ from: createdAt, cents: 2_500 }],
    })),
  )
  await copyStock(
    load,
    made.map(({ variants: [variant] }, at) => ({ variantId: variant?.id ?? 0, onHand: at % 6 })),
    { actor: 'test' },
  )
  await keepNumbers(load)
}

/** Ten types in a row, all but the last without conditions. */
function fitsOf(at: number, typeIds: readonly number[]) {
  const types = Array.from(
    { length: TYPES_OF_A_PART },
    (_, step) => typeIds[(at + step) % typeIds.length] ?? 0,
  )
  return [
    { typeIds: types.slice(1), condition: null },
    {
      typeIds: types.slice(0, 1),
      condition: { ...NOTHING_ASKED, builtFrom: '2010-01-01' },
    },
  ]
}

function frameFor() {
  const words = (name: string) => ({
    name: { fr: name, en: name },
    description: { fr: '', en: '' },
    imageId: null,
  })
  const ranges = Array.from({ length: 1 + SMALL_RANGES }, (_, at) => ({
    slug: `range-${at}`,
    ...words(`Gamme ${at}`),
  }))
  return {
    families: [{ slug: 'brakes', ...words('Freinage'), ranges }],
    brands: Array.from({ length: BRANDS }, (_, at) => ({
      slug: `brand-${at}`,
      name: `Brand ${at}`,
      country: 'FR',
    })),
    attributes: [
      {
        key: 'axle',
        kind: 'choice' as const,
        unit: null,
        label: { fr: 'Essieu', en: 'Axle' },
        options: AXLES,
      },
      {
        key: 'diameter_mm',
        kind: 'number' as const,
        unit: 'mm',
        label: { fr: 'Diamètre', en: 'Diameter' },
        options: {},
      },
    ],
  }
}

const AXLES = { front: { fr: 'Avant', en: 'Front' }, rear: { fr: 'Arrière', en: 'Rear' } }

/** Ten types per model. */
function vehicles(db: Database, types: number): Promise<number[]> {
  const models = Array.from({ length: types / 10 }, (_, model) => ({
    slug: `model-${model}`,
    name: `Model ${model}`,
    fromMonth: 200001,
    types: Array.from({ length: 10 }, (_, type) => ({
      slug: `type-${type}`,
      name: `1.${type} dCi`,
      powerKw: 60 + type,
      fuel: 'diesel' as const,
      body: 'hatchback' as const,
      fromMonth: 200001,
    })),
  }))
  return loadVehicles(db, [{ slug: 'renault', name: 'Renault', models }])
}

async function pictures(db: Database): Promise<void> {
  await db.execute(sql`
    insert into files (id, hash, content_type, width, height, bytes)
    select gen_random_uuid(), 'picture-' || n, 'image/webp', 800, 800, 1000 from generate_series(1, 100) n`)
  await db.execute(sql`
    insert into product_images (product_id, position, file_id)
    select p.id, 0, f.id from products p join files f on f.hash = 'picture-' || (1 + p.id % 100)`)
}

/** As many carts, ended reservations and orders as there are products. */
async function trade(db: Database, products: number): Promise<void> {
  const each = sql`generate_series(1, ${products}::int) n`
  await db.execute(
    sql`insert into carts (id, token_hash) select gen_random_uuid(), 'token ' || n from ${each}`,
  )
  await db.execute(sql`
    insert into cart_lines (cart_id, variant_id, quantity, seen_unit_cents)
    select id, 1 + row_number() over (), 1, 1000 from (select id from carts offset 1) carts`)
  await db.execute(sql`
    insert into reservations (id, variant_id, quantity, holder, holder_id, created_at, expires_at, released_at)
    select gen_random_uuid(), n, 1, 'cart', gen_random_uuid(), now() - interval '2 days', now(), now() from ${each}`)
  await db.execute(sql`
    insert into orders (id, number, cart_id, email, language, items_cents, delivery_cents, delivery_vat_basis_points,
      total_cents, shipping_address, billing_address, delivery_method, delivery_name, link_salt)
    select gen_random_uuid(), 'C' || n, gen_random_uuid(), 'ines@example.test', 'fr', 1000, 0, 2000, 1000, '{}', '{}',
      'colissimo', 'Colissimo', 'salt' from ${each}`)
  await db.execute(sql`
    insert into order_lines (id, order_id, position, variant_id, sku, name, slug, quantity, unit_cents, total_cents,
      vat_basis_points, vat_cents)
    select gen_random_uuid(), id, 0, 1, 'DISC-1', 'Disque', 'disque-1', 1, 1000, 1000, 2000, 167 from orders`)
  await db.execute(sql`vacuum (analyze)`)
}
