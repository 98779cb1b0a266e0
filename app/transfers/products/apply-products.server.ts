import { TEXT_FIELDS } from '~/catalog/product-columns.server'
import { type ProductWrite, writeProducts } from '~/catalog/write-products.server'
import type { Language } from '~/i18n/language'
import { LANGUAGES } from '~/i18n/language'
import { type Counted, countStock } from '~/inventory/count-stock.server'
import type { Database } from '~/platform/db.server'
import { removePrices, type WrittenPrice, writePrices } from '~/pricing/write-prices.server'
import { PRICE_HEADINGS } from '../formats/own-columns'
import { partsOfReference } from '../run/cells.server'
import { createWanted, type Frame, type Learnt } from '../run/frame.server'
import type { Difference, VariantDifference } from './difference'
import { type Fact, type Facts, isNothing } from './facts'
import { fieldsOfProduct, fieldsOfVariant, isFieldOfVariant } from './field-facts'
import type { Weighed } from './weigh-products.server'

/** What an import of products remembers of a batch, to take it back. */
export type ProductsBefore = {
  kind: 'products'
  created: number[]
  /** Variants that were added to products of before. */
  added: number[]
  changed: { productId: number; sku: string | null; heading: string; before: Fact; after: Fact }[]
  frame: { brands: number[]; families: number[]; ranges: number[] }
}

export type AppliedProducts = { before: ProductsBefore; learnt: Learnt; productIds: number[] }

/** Writes what was weighed, in the transaction in which it was weighed. */
export async function applyProducts(
  tx: Database,
  { due, wanted, fileIds }: Pick<Weighed, 'due' | 'wanted' | 'fileIds'>,
  { frame, actor, note }: { frame: Frame; actor: string; note: string },
): Promise<AppliedProducts> {
  const learnt = await createWanted(tx, frame, wanted)
  const ids = idsIn(frame, learnt)
  const writes = due.filter(changesTheCatalogue).map((difference) => writeOf(difference, ids, fileIds))
  const { productIds, variantIds } = await writeProducts(tx, writes)

  const variants = due.flatMap((difference) => difference.variants)
  const idOf = (variant: VariantDifference) => variant.stored?.id ?? variantIds.get(variant.plan.sku) ?? 0
  const priced = variants.filter(hasNewPrice)
  const isForSale = ({ target }: VariantDifference) => !isNothing(target.price)
  await writePrices(
    tx,
    priced.filter(isForSale).map((variant) => priceOf(idOf(variant), variant.target)),
  )
  await removePrices(tx, priced.filter((variant) => !isForSale(variant)).map(idOf))
  await countStock(
    tx,
    variants
      .filter(hasNewStock)
      .map((variant): Counted => ({ variantId: idOf(variant), onHand: Number(variant.target.stock) })),
    { actor, note },
  )
  return {
    before: beforeOf(due, { productIds, variantIds, learnt }),
    learnt,
    productIds: due.map(({ stored, slug }) => stored?.id ?? productIds.get(slug) ?? 0),
  }
}

function changesTheCatalogue({ stored, changes, variants }: Difference): boolean {
  return !stored || changes.length > 0 || variants.some(changesTheVariant)
}

function changesTheVariant({ stored, changes }: VariantDifference): boolean {
  return !stored || changes.some(({ heading }) => isFieldOfVariant(heading) || heading.startsWith('option:'))
}

const hasNewPrice = ({ changes }: VariantDifference) =>
  changes.some(({ heading }) => PRICE_HEADINGS.has(heading))

const hasNewStock = ({ changes }: VariantDifference) => changes.some(({ heading }) => heading === 'stock')

type Ids = { brandId: (name: string) => number; rangeId: (slug: string) => number }

function idsIn(frame: Frame, learnt: Learnt): Ids {
  const brands = new Map(learnt.brands.map(({ id, name }) => [name, id]))
  const ranges = new Map(learnt.ranges.map(({ id, slug }) => [slug, id]))
  return {
    brandId: (name) => brands.get(name) ?? frame.brandId(name),
    rangeId: (slug) => ranges.get(slug) ?? frame.findRange(slug)?.id ?? 0,
  }
}

function writeOf(difference: Difference, ids: Ids, fileIds: Map<string, string>): ProductWrite {
  const { stored, slug, target, changes } = difference
  const written = stored?.written
  const isChanged = (heading: string) => changes.some((change) => change.heading.startsWith(heading))
  return {
    id: stored?.id ?? null,
    slug,
    rangeId: isChanged('range') || !written ? ids.rangeId(String(target.range)) : written.rangeId,
    brandId: isChanged('brand') || !written ? ids.brandId(String(target.brand)) : written.brandId,
    ...fieldsOfProduct(target),
    attributes: valuesOf(target, 'attribute:'),
    texts: LANGUAGES.filter((language) =>
      TEXT_FIELDS.keys.some((field) => isChanged(`${field}:${language}`)),
    ).map((language) => textOf(target, language)),
    references: isChanged('references:') ? referencesOf(target) : null,
    imageIds: isChanged('images') ? listed(target.images).map((name) => fileIds.get(name) ?? '') : null,
    variants: variantsOf(difference),
  }
}

function textOf(facts: Facts, language: Language) {
  const fields = TEXT_FIELDS.keys.map((field) => [field, String(facts[`${field}:${language}`] ?? '')])
  return { language, ...(Object.fromEntries(fields) as Record<(typeof TEXT_FIELDS.keys)[number], string>) }
}

function referencesOf(facts: Facts): ProductWrite['references'] {
  return (['manufacturer', 'oem'] as const).flatMap((kind) =>
    listed(facts[`references:${kind}`]).map((reference) => ({ kind, ...partsOfReference(reference) })),
  )
}

function variantsOf({ stored, variants }: Difference): ProductWrite['variants'] {
  let position = Math.max(-1, ...[...(stored?.variants.values() ?? [])].map((known) => known.position))
  return variants.filter(changesTheVariant).map(({ plan, stored: known, target }) => ({
    id: known?.id ?? null,
    sku: plan.sku,
    position: known?.position ?? ++position,
    options: valuesOf(target, 'option:'),
    ...fieldsOfVariant(target),
  }))
}

function valuesOf(facts: Facts, prefix: string): Record<string, string | number> {
  const values: Record<string, string | number> = {}
  for (const heading in facts) {
    const fact = facts[heading]
    if (!heading.startsWith(prefix) || isNothing(fact)) continue
    if (typeof fact === 'string' || typeof fact === 'number') values[heading.slice(prefix.length)] = fact
  }
  return values
}

function priceOf(variantId: number, facts: Facts): WrittenPrice {
  const text = (fact: Fact | undefined) => (isNothing(fact) ? null : String(fact))
  const saleCents = isNothing(facts.sale_price) ? null : Number(facts.sale_price)
  return {
    variantId,
    baseCents: Number(facts.price),
    saleCents,
    saleFrom: saleCents === null ? null : text(facts.sale_from),
    saleUntil: saleCents === null ? null : text(facts.sale_until),
  }
}

const listed = (fact: Fact | undefined): string[] => (Array.isArray(fact) ? [...fact] : [])

type Written = { productIds: Map<string, number>; variantIds: Map<string, number>; learnt: Learnt }

function beforeOf(due: readonly Difference[], { productIds, variantIds, learnt }: Written): ProductsBefore {
  const known = due.filter(({ stored }) => stored !== null)
  const numbers = (things: readonly { id: number }[]) => things.map(({ id }) => id)
  return {
    kind: 'products',
    created: [...productIds.values()],
    added: known.flatMap(({ variants }) =>
      variants.filter(({ stored }) => !stored).map(({ plan }) => variantIds.get(plan.sku) ?? 0),
    ),
    changed: known.flatMap(({ stored, changes, variants }) =>
      [...changes, ...variants.filter((variant) => variant.stored).flatMap((variant) => variant.changes)].map(
        ({ sku, heading, before, after }) => ({
          productId: stored?.id ?? 0,
          sku,
          heading,
          before,
          after,
        }),
      ),
    ),
    frame: {
      brands: numbers(learnt.brands),
      families: numbers(learnt.families),
      ranges: numbers(learnt.ranges),
    },
  }
}
