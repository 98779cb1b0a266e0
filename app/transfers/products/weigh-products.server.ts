import { skuKey } from '~/catalog/sku-key'
import { listPastProductSlugs, listSkusOfNumbers } from '~/catalog/stored-products.server'
import { lockStockForCount } from '~/inventory/count-stock.server'
import { listAvailability } from '~/inventory/stock-queries.server'
import { findFileIds } from '~/media/file-queries.server'
import type { Database } from '~/platform/db.server'
import { adoptSkus } from '../formats/made-skus'
import { readNumber } from '../formats/read-values'
import type { SaidFacts } from '../formats/said-facts'
import type { Note, Problem } from '../problems'
import {
  type Frame,
  type Learnt,
  needsOf,
  notesOf,
  onlyNeeded,
  pretendWanted,
  type Wanted,
} from '../run/frame.server'
import { type Difference, differenceOf, isUnchanged, problemsOf } from './difference'
import { type Facts, isNothing, keyOf } from './facts'
import { addFacts, type ProductPlan } from './group-products'
import { slugOf } from './slug-of'
import { findStoredFacts, type StoredFacts } from './stored-facts.server'
import {
  adoptSpelling,
  doubtNumbers,
  newNumbers,
  ownersOf,
  refuseAlikeSkus,
  type SkuOwners,
} from './weigh-skus'

export type Weighed = {
  refused: { plan: ProductPlan; problems: Problem[] }[]
  unchanged: Difference[]
  /** What is to be written, created or changed. */
  due: Difference[]
  notes: Note[]
  wanted: Wanted
  /** What a dry run takes for created. */
  pretended: Learnt
  fileIds: Map<string, string>
}

type Weighing = { frame: Frame; said: SaidFacts; startedAt: string; isDry: boolean }

/** Compares a batch of products with the shop. Unless it is a dry run, everything it looked at is locked. */
export async function weighProducts(
  tx: Database,
  given: readonly ProductPlan[],
  { frame, said, startedAt, isDry }: Weighing,
): Promise<Weighed> {
  // The same batch may be weighed again: when its transaction met another, or when it is split.
  const plans = given.map(copyOf)
  const stored = await findStoredFacts(tx, keysOf(plans), { frame, isLocked: !isDry })
  const owners = ownersOf(stored)
  const found = openFinding(stored, owners)
  const merged = mergeBySku(plans, found, said)
  for (const plan of merged) {
    settle(plan, found(plan), frame)
    adoptSkus(plan, found(plan))
    adoptSpelling(plan, owners)
  }

  const wanted = needsOf(frame, merged, (plan) => !found(plan))
  const pastSlugs = await listPastProductSlugs(
    tx,
    merged.flatMap((plan) => (found(plan) ? [] : slugFor(plan))),
  )
  const fileIds = await findFileIds(tx, picturesOf(merged))
  const alike = await listSkusOfNumbers(tx, newNumbers(merged, owners))
  const doubts: Note[] = []
  for (const plan of merged) readNumbers(plan, frame)
  const differences = merged.map((plan) => {
    const known = found(plan)
    return differenceOf(plan, known, { slug: known?.slug ?? slugFor(plan), startedAt })
  })
  for (const difference of differences) {
    const { plan, stored: known, slug } = difference
    plan.problems.push(...problemsOf(difference), ...wrongPictures(difference, fileIds))
    if (!known && pastSlugs.has(slug)) refuse(plan, 'slug', 'slug-was-anothers', slug)
    refuseAlikeSkus(plan, known, owners)
    doubts.push(...doubtNumbers(plan, known, { owners, alike }))
    refuseWords(difference, frame)
  }
  await refuseBelowReserved(tx, differences, isDry)
  const outcome = sorted(differences)
  const needed = onlyNeeded(wanted, outcome.due)
  const notes = [...notesOf(needed), ...doubts]
  return { ...outcome, notes, wanted: needed, pretended: pretendWanted(needed), fileIds }
}

function copyOf(plan: ProductPlan): ProductPlan {
  const { product, problems, variants } = plan
  return { ...plan, product: { ...product }, problems: [...problems], variants: [...variants] }
}

function sorted(differences: readonly Difference[]) {
  const fine = differences.filter(({ plan }) => plan.problems.length === 0)
  return {
    refused: differences
      .filter(({ plan }) => plan.problems.length > 0)
      .map(({ plan }) => ({ plan, problems: plan.problems })),
    unchanged: fine.filter(isUnchanged),
    due: fine.filter((difference) => !isUnchanged(difference)),
  }
}

function keysOf(plans: readonly ProductPlan[]) {
  return {
    slugs: plans.flatMap(({ slug }) => (slug === null ? [] : [slug])),
    skus: plans.flatMap(({ variants }) => variants.map(({ sku }) => sku)),
  }
}

/** By its slug; without one, by the SKU of its row. */
function openFinding(stored: readonly StoredFacts[], bySku: SkuOwners) {
  const bySlug = new Map(stored.map((product) => [product.slug, product]))
  return ({ slug, variants }: ProductPlan): StoredFacts | null => {
    if (slug !== null) return bySlug.get(slug) ?? null
    return bySku.get(skuKey(variants[0]?.sku ?? ''))?.product ?? null
  }
}

/** Rows without a slug may be variants of one product: then they are one change of it, and say one thing. */
function mergeBySku(
  plans: readonly ProductPlan[],
  found: (plan: ProductPlan) => StoredFacts | null,
  said: SaidFacts,
) {
  const first = new Map<number, ProductPlan>()
  return plans.filter((plan) => {
    const known = found(plan)
    const before = known && first.get(known.id)
    if (known && !before) first.set(known.id, plan)
    if (known && plan.slug === null) said.refuse(plan, known.id)
    if (!before) return true
    before.variants.push(...plan.variants)
    // What was refused as a contradiction of an earlier row is not told again as one of this product's.
    const isTold = plan.problems.some(({ reason }) => reason === 'differs-within-product')
    before.problems.push(...plan.problems)
    if (!isTold) addFacts(before, plan)
    before.lastRow = plan.lastRow
    return false
  })
}

function slugFor({ slug, product, variants }: ProductPlan): string {
  if (slug !== null) return slug
  return slugOf(`${product['name:fr'] ?? ''} ${variants[0]?.sku ?? ''}`)
}

/** Names a range as the product's own is named, and adds barcodes to the references it has. */
function settle(plan: ProductPlan, known: StoredFacts | null, frame: Frame): void {
  if (!known && plan.slug === null && isNothing(plan.product['name:fr']))
    refuse(plan, 'sku', 'unknown-sku', plan.variants[0]?.sku ?? '')
  const { range } = plan.product
  const own = known && frame.rangeById(known.written.rangeId)
  if (own && typeof range === 'string') {
    const names = [own.slug, own.names.fr, own.names.en].map((name) => name?.toLowerCase())
    if (names.includes(range.toLowerCase())) plan.product.range = own.slug
  }
  if (plan.barcodes.length === 0) return
  const there = plan.product['references:manufacturer'] ?? known?.product['references:manufacturer']
  const all = new Set([...listed(there), ...plan.barcodes.map((code) => `EAN:${code}`)])
  plan.product['references:manufacturer'] = [...all]
}

const listed = (fact: Facts[string] | undefined): readonly string[] => (Array.isArray(fact) ? fact : [])

function picturesOf(plans: readonly ProductPlan[]): string[] {
  return plans.flatMap(({ product }) => listed(product.images))
}

/** Pictures are named by the file the shop has; what is elsewhere is not fetched. */
function wrongPictures({ plan, changes }: Difference, fileIds: Map<string, string>): Problem[] {
  const change = changes.find(({ heading }) => heading === 'images')
  return listed(change?.after)
    .filter((name) => !fileIds.has(name))
    .map((read) => ({ row: plan.row, column: 'images', reason: 'unknown-picture', read }))
}

function refuse(plan: ProductPlan, column: string, reason: Problem['reason'], read: string): void {
  plan.problems.push({ row: plan.row, column, reason, read })
}

/** An attribute that is a number is compared and stored as one. */
function readNumbers({ product, variants }: ProductPlan, frame: Frame): void {
  for (const facts of [product, ...variants.map((variant) => variant.facts)])
    for (const heading in facts) {
      const fact = facts[heading]
      if (typeof fact !== 'string' || frame.kindOf(keyOf(heading)) !== 'number') continue
      const number = readNumber(fact)
      if ('value' in number) facts[heading] = number.value
    }
}

/** What is no number stays only where it stands already. */
function refuseWords({ plan, changes, variants }: Difference, frame: Frame): void {
  for (const { heading, after, row } of [...changes, ...variants.flatMap((variant) => variant.changes)]) {
    if (typeof after !== 'string' || frame.kindOf(keyOf(heading)) !== 'number') continue
    const number = readNumber(after)
    if ('reason' in number) plan.problems.push({ row, column: heading, reason: number.reason, read: after })
  }
}

async function refuseBelowReserved(tx: Database, differences: readonly Difference[], isDry: boolean) {
  const counted = differences
    .filter(({ plan }) => plan.problems.length === 0)
    .flatMap(({ plan, variants }) =>
      variants
        .filter(({ stored, changes }) => stored && changes.some(({ heading }) => heading === 'stock'))
        .map((variant) => ({ plan, variant, variantId: variant.stored?.id ?? 0 })),
    )
  const ids = counted.map(({ variantId }) => variantId)
  const reservedOf = await (isDry ? listReserved(tx, ids) : lockReserved(tx, ids))
  for (const { plan, variant, variantId } of counted) {
    const reserved = reservedOf.get(variantId) ?? 0
    if (Number(variant.target.stock) >= reserved) continue
    plan.problems.push({
      row: variant.plan.row,
      column: 'stock',
      reason: 'below-reserved',
      read: `${variant.target.stock} (${reserved})`,
    })
  }
}

async function lockReserved(tx: Database, ids: readonly number[]): Promise<Map<number, number>> {
  const rows = await lockStockForCount(tx, ids)
  return new Map([...rows].map(([id, { reserved }]) => [id, reserved]))
}

async function listReserved(db: Database, ids: readonly number[]): Promise<Map<number, number>> {
  const rows = await listAvailability(db, ids)
  return new Map([...rows].map(([id, { onHand, available }]) => [id, onHand - available]))
}
