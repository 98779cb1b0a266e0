import { attributeOptionTexts, attributes, attributeTexts, rangeTexts } from '~/catalog/family-tables.server'
import { productReferences, productTexts } from '~/catalog/product-tables.server'
import type { Database } from '~/platform/db.server'
import { aBrand, aRange, aVariant } from './a-shop'

export type Shelf = Awaited<ReturnType<typeof aSearchableShop>>

type Part = {
  fr: string
  en: string
  range: number
  brand: number
  cents: number
  onHand?: number
  attributes?: Record<string, string | number>
  oem?: string
  status?: 'draft' | 'archived'
}

/** Three ranges, two brands and a dozen products that searches and listings can be tried on. */
export async function aSearchableShop(db: Database) {
  await someAttributes(db)
  const [discs, filters, bulbs] = [
    await range(db, 'Disques de frein', 'Brake discs'),
    await range(db, "Filtres d'habitacle", 'Cabin filters'),
    await range(db, 'Ampoules', 'Bulbs'),
  ]
  const [bosch, brembo] = [await aBrand(db, { name: 'Bosch' }), await aBrand(db, { name: 'Brembo' })]
  const disc = { range: discs, brand: brembo }

  const ids = {
    frontDisc: await part(db, {
      ...disc,
      fr: 'Disque de frein avant ventilé',
      en: 'Vented front brake disc',
      cents: 4500,
      attributes: { axle: 'front', diameter_mm: 280 },
      oem: '0 986 479 B58',
    }),
    rearDisc: await part(db, {
      ...disc,
      fr: 'Disque de frein arrière plein',
      en: 'Solid rear brake disc',
      cents: 3200,
      attributes: { axle: 'rear', diameter_mm: 256 },
    }),
    largeDisc: await part(db, {
      ...disc,
      brand: bosch,
      fr: 'Disque de frein avant sport',
      en: 'Sport front brake disc',
      cents: 12900,
      attributes: { axle: 'front', diameter_mm: 330 },
      onHand: 0,
    }),
    cabinFilter: await part(db, {
      range: filters,
      brand: bosch,
      fr: "Filtre d'habitacle au charbon actif",
      en: 'Activated carbon cabin filter',
      cents: 1890,
      oem: '1109.CK',
    }),
    plainFilter: await part(db, {
      range: filters,
      brand: brembo,
      fr: 'Filtre antipollen simple',
      en: 'Simple pollen filter',
      cents: 990,
    }),
    bulb: await part(db, {
      range: bulbs,
      brand: bosch,
      fr: 'Ampoule halogène H7 longue durée',
      en: 'Long-life H7 halogen bulb',
      cents: 790,
      attributes: { socket: 'H7' },
    }),
    draft: await part(db, {
      ...disc,
      fr: 'Disque de frein secret',
      en: 'Secret brake disc',
      cents: 100,
      status: 'draft',
      oem: 'SECRET1234',
    }),
    archived: await part(db, {
      ...disc,
      fr: 'Disque de frein ancien',
      en: 'Former brake disc',
      cents: 100,
      status: 'archived',
    }),
  }
  return { ids, ranges: { discs, filters, bulbs }, brands: { bosch, brembo } }
}

async function range(db: Database, fr: string, en: string): Promise<number> {
  const id = await aRange(db, { name: fr })
  await db.insert(rangeTexts).values({ rangeId: id, language: 'en', name: en })
  return id
}

async function part(db: Database, facts: Part): Promise<number> {
  const { productId } = await aVariant(db, {
    name: facts.fr,
    rangeId: facts.range,
    brandId: facts.brand,
    status: facts.status ?? 'available',
    attributes: facts.attributes ?? {},
    priceCents: facts.cents,
    onHand: facts.onHand ?? 5,
  })
  await db.insert(productTexts).values({ productId, language: 'en', name: facts.en })
  if (facts.oem)
    await db.insert(productReferences).values({ productId, kind: 'oem', maker: 'Renault', value: facts.oem })
  return productId
}

async function someAttributes(db: Database): Promise<void> {
  await db.insert(attributes).values([
    { key: 'axle', kind: 'choice', position: 1 },
    { key: 'diameter_mm', kind: 'number', unit: 'mm', position: 2 },
    { key: 'socket', kind: 'choice', position: 3 },
  ])
  await db.insert(attributeTexts).values([
    { attributeKey: 'axle', language: 'fr', label: 'Essieu' },
    { attributeKey: 'axle', language: 'en', label: 'Axle' },
    { attributeKey: 'diameter_mm', language: 'fr', label: 'Diamètre' },
  ])
  await db.insert(attributeOptionTexts).values([
    { attributeKey: 'axle', option: 'front', language: 'fr', label: 'Avant' },
    { attributeKey: 'axle', option: 'rear', language: 'fr', label: 'Arrière' },
    { attributeKey: 'axle', option: 'front', language: 'en', label: 'Front' },
    { attributeKey: 'axle', option: 'rear', language: 'en', label: 'Rear' },
  ])
}
