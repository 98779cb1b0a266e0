import {
  createAttributes,
  createBrands,
  createFamily,
  createRange,
  type FrameAttribute,
  type FrameFamily,
  type FrameRange,
  listCatalogFrame,
} from '~/catalog/catalog-frame.server'
import type { Database } from '~/platform/db.server'
import { foldedText } from '~/text/alike'
import { inShort, type Note } from '../problems'
import { type Facts, isNothing, keyOf } from '../products/facts'
import type { ProductPlan } from '../products/group-products'
import { slugOf } from '../products/slug-of'
import { addressOf, freeAddress, isWholeAddress } from '../vehicles/name-key'

/** What a batch of products needs and the catalogue does not have. */
export type Wanted = {
  brands: Map<string, { row: number; slug: string; name: string }>
  families: Map<string, { row: number; slug: string; names: { fr: string; en?: string } }>
  ranges: Map<string, { row: number; slug: string; family: string; names: { fr: string; en?: string } }>
  attributes: Map<string, { row: number; label: string }>
}

export type Frame = Awaited<ReturnType<typeof openFrame>>

/** Brands, families, ranges and attributes by what files call them. It knows what this import creates on the way. */
export async function openFrame(db: Database) {
  const stored = await listCatalogFrame(db)
  const brands = new Map(stored.brands.map(({ id, name }) => [name, id]))
  const brandsAlike = new Map(stored.brands.map(({ name }) => [foldedText(name), name]))
  const brandSlugs = new Set(stored.brands.map(({ name }) => slugOf(name)))
  const families = new Map<string, FrameFamily>()
  const ranges = new Map<string, FrameRange>()
  const rangeIds = new Map<number, FrameRange>()
  const attributes = new Map(stored.attributes.map((attribute) => [attribute.key, attribute.kind]))
  const brandNames = new Map(stored.brands.map(({ id, name }) => [id, name]))
  for (const family of stored.families) know(families, family)
  for (const range of stored.ranges) knowRange(range)

  function know<Thing extends FrameFamily>(things: Map<string, Thing>, thing: Thing): void {
    for (const name of [thing.names.en, thing.names.fr])
      if (name && !things.has(foldedText(name))) things.set(foldedText(name), thing)
    things.set(thing.slug, thing)
  }

  function knowRange(range: FrameRange): void {
    know(ranges, range)
    rangeIds.set(range.id, range)
  }

  function knowBrand({ id, name }: { id: number; name: string }): void {
    brands.set(name, id)
    brandsAlike.set(foldedText(name), name)
    brandSlugs.add(slugOf(name))
    brandNames.set(id, name)
  }

  return {
    rangeById: (id: number) => rangeIds.get(id),
    familyById: (id: number) => stored.families.find((family) => family.id === id),
    brandName: (id: number) => brandNames.get(id) ?? '',
    /** As it is written, else as a person would read it. */
    findBrand: (name: string) => (brands.has(name) ? name : brandsAlike.get(foldedText(name))),
    brandId: (name: string) => brands.get(name) ?? 0,
    hasBrandSlug: (slug: string) => brandSlugs.has(slug),
    findFamily: (called: string) => families.get(foldedText(called)),
    findRange: (called: string) => ranges.get(foldedText(called)),
    kindOf: (key: string): FrameAttribute['kind'] | undefined => attributes.get(key),
    /** Remembers what was committed, or in a dry run what would be. */
    learn(created: Learnt) {
      created.brands.forEach(knowBrand)
      for (const family of created.families) know(families, family)
      created.ranges.forEach(knowRange)
      for (const key of created.attributes) attributes.set(key, 'text')
    },
  }
}

export type Learnt = {
  brands: { id: number; name: string }[]
  families: FrameFamily[]
  ranges: FrameRange[]
  attributes: string[]
}

/** What these products need that is not there; what cannot be created is a problem of the product. */
export function needsOf(
  frame: Frame,
  plans: readonly ProductPlan[],
  isNew: (plan: ProductPlan) => boolean,
): Wanted {
  const wanted: Wanted = {
    brands: new Map(),
    families: new Map(),
    ranges: new Map(),
    attributes: new Map(),
  }
  for (const plan of plans) {
    settleNames(plan, isNew(plan))
    wantBrand(frame, wanted, plan)
    wantRange(frame, wanted, plan)
    wantAttributes(frame, wanted, plan)
  }
  return wanted
}

function wantBrand(frame: Frame, { brands }: Wanted, plan: ProductPlan): void {
  const name = plan.product.brand
  if (typeof name !== 'string') return
  const known = frame.findBrand(name) ?? brands.get(foldedText(name))?.name
  plan.product.brand = known ?? name
  if (known) return
  const taken = new Set([...brands.values()].map(({ slug }) => slug))
  const slug = freeAddress(slugOf(name) || 'brand', (one) => taken.has(one) || frame.hasBrandSlug(one))
  brands.set(foldedText(name), { row: plan.row, slug, name })
}

function wantRange(frame: Frame, wanted: Wanted, plan: ProductPlan): void {
  const called = plan.product.range
  if (typeof called !== 'string') return
  const stored = meant(frame.findRange, called)
  const known = stored?.slug ?? wanted.ranges.get(foldedText(called))?.slug
  if (known) {
    plan.product.range = known
    return
  }
  const taken = new Set([...wanted.ranges.values()].map(({ slug }) => slug))
  const address = addressOf(called)
  const slug = freeAddress(address, (one) => taken.has(one) || frame.findRange(one) !== undefined)
  const fr = address && plan.hints['range_name:fr']
  const family = fr && familyFor(frame, wanted, plan)
  if (!fr || !family) {
    const [reason, read] = fr
      ? (['unknown-family', plan.hints.family ?? ''] as const)
      : (['unknown-range', called] as const)
    plan.problems.push({ row: plan.row, column: 'range', reason, read: inShort(read) })
    return
  }
  const range = { row: plan.row, slug, family, names: namesOf(plan, 'range_name', fr) }
  wanted.ranges.set(foldedText(called), range)
  wanted.ranges.set(slug, range)
  plan.product.range = slug
}

function familyFor(frame: Frame, { families }: Wanted, plan: ProductPlan): string | null {
  const called = plan.hints.family ?? ''
  const known = meant(frame.findFamily, called)?.slug ?? families.get(foldedText(called))?.slug
  if (known) return known
  const fr = plan.hints['family_name:fr']
  const address = addressOf(called)
  if (!fr || !address) return null
  const taken = new Set([...families.values()].map(({ slug }) => slug))
  const slug = freeAddress(address, (one) => taken.has(one) || frame.findFamily(one) !== undefined)
  families.set(foldedText(called), { row: plan.row, slug, names: namesOf(plan, 'family_name', fr) })
  return slug
}

/** By name or slug, also where the slug says the whole name: `Filtres +` is not the range `filtres`. */
function meant<Thing>(find: (called: string) => Thing | undefined, called: string): Thing | undefined {
  const slug = slugOf(called)
  return find(called) ?? (isWholeAddress(slug, called) ? find(slug) : undefined)
}

function wantAttributes(frame: Frame, { attributes }: Wanted, plan: ProductPlan): void {
  for (const facts of [plan.product, ...plan.variants.map((variant) => variant.facts)])
    for (const heading in facts) {
      const key = keyOf(heading)
      if (!key || isNothing(facts[heading]) || frame.kindOf(key) || attributes.has(key)) continue
      const label = plan.hints[`label:${key}`] || key.replaceAll('_', ' ')
      attributes.set(key, { row: plan.row, label })
    }
}

/** Another program's file names no range or brand for what it has none: only a new product needs one. */
function settleNames(plan: ProductPlan, isNew: boolean): void {
  const { 'new:brand': brand, 'new:range': range } = plan.hints
  if (!isNew) return
  if (brand && !plan.product.brand) plan.product.brand = brand
  if (range && !plan.product.range) plan.product.range = range
}

function namesOf(plan: ProductPlan, column: 'range_name' | 'family_name', fr: string) {
  const en = plan.hints[`${column}:en`]
  return en ? { fr, en } : { fr }
}

/** Without what only refused products asked for. */
export function onlyNeeded(
  wanted: Wanted,
  due: readonly { target: Facts; variants: readonly { target: Facts }[] }[],
): Wanted {
  const brands = new Set(due.map(({ target }) => target.brand))
  const slugs = new Set(due.map(({ target }) => target.range))
  const headings = new Set(
    wanted.attributes.size === 0
      ? []
      : due.flatMap(({ target, variants }) =>
          [target, ...variants.map((variant) => variant.target)].flatMap(Object.keys),
        ),
  )
  const ranges = new Map([...wanted.ranges].filter(([, { slug }]) => slugs.has(slug)))
  const families = new Set([...ranges.values()].map(({ family }) => family))
  return {
    brands: new Map([...wanted.brands].filter(([, { name }]) => brands.has(name))),
    families: new Map([...wanted.families].filter(([, { slug }]) => families.has(slug))),
    ranges,
    attributes: new Map(
      [...wanted.attributes].filter(
        ([key]) => headings.has(`attribute:${key}`) || headings.has(`option:${key}`),
      ),
    ),
  }
}

/** Says what is created on the way. */
export function notesOf(wanted: Wanted): Note[] {
  const note = (reason: Note['reason'], row: number, column: string, read: string): Note => ({
    row,
    column,
    reason,
    read: inShort(read),
  })
  return [
    ...[...wanted.brands.values()].map(({ row, name }) => note('brand-created', row, 'brand', name)),
    ...[...wanted.families.values()].map(({ row, names }) => note('family-created', row, 'family', names.fr)),
    ...distinctBySlug([...wanted.ranges.values()]).map(({ row, names }) =>
      note('range-created', row, 'range', names.fr),
    ),
    ...[...wanted.attributes].map(([key, { row }]) => note('attribute-created', row, 'attribute', key)),
  ]
}

/** Creates what is wanted, in the transaction of the products that need it. */
export async function createWanted(tx: Database, frame: Frame, wanted: Wanted): Promise<Learnt> {
  const brands = await createBrands(tx, [...wanted.brands.values()])
  const families: FrameFamily[] = []
  for (const family of wanted.families.values()) families.push(await createFamily(tx, family))
  const ranges: FrameRange[] = []
  for (const range of distinctBySlug([...wanted.ranges.values()])) {
    const family = frame.findFamily(range.family) ?? families.find(({ slug }) => slug === range.family)
    if (!family) throw new Error(`The family ${range.family} was not created`)
    ranges.push(await createRange(tx, { ...range, familyId: family.id }))
  }
  const keys = [...wanted.attributes].map(([key, { label }]) => ({ key, label }))
  await createAttributes(tx, keys)
  return { brands, families, ranges, attributes: keys.map(({ key }) => key) }
}

/** What a dry run would have learnt: nothing has a number yet. */
export function pretendWanted(wanted: Wanted): Learnt {
  const nameless = <Thing>(thing: Thing) => ({ ...thing, id: 0 })
  return {
    brands: [...wanted.brands.values()].map(nameless),
    families: [...wanted.families.values()].map(nameless),
    ranges: distinctBySlug([...wanted.ranges.values()]).map((range) => ({ ...nameless(range), familyId: 0 })),
    attributes: [...wanted.attributes.keys()],
  }
}

function distinctBySlug<Thing extends { slug: string }>(things: Thing[]): Thing[] {
  return [...new Map(things.map((thing) => [thing.slug, thing])).values()]
}
