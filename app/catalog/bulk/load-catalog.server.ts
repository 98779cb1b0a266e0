import { LANGUAGES, type Language } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import {
  attributeOptionTexts,
  attributes,
  attributeTexts,
  brands,
  families,
  familyTexts,
  ranges,
  rangeTexts,
} from '../family-tables.server'

type Words = Record<Language, string>

type LoadedRange = { slug: string; name: Words; description: Words; imageId: string | null }

export type CatalogFrame = {
  families: (LoadedRange & { ranges: LoadedRange[] })[]
  brands: { slug: string; name: string; country: string }[]
  attributes: {
    key: string
    kind: 'choice' | 'number' | 'text'
    unit: string | null
    label: Words
    options: Record<string, Words>
  }[]
}

/** Loads what products hang on, in the order given, into an empty catalogue. */
export async function loadCatalogFrame(
  db: Database,
  frame: CatalogFrame,
): Promise<{ rangeIds: Map<string, number>; brandIds: Map<string, number> }> {
  await loadAttributes(db, frame.attributes)
  const loadedBrands = await db
    .insert(brands)
    .values(frame.brands)
    .returning({ id: brands.id, name: brands.name })
  return {
    rangeIds: await loadFamilies(db, frame.families),
    brandIds: new Map(loadedBrands.map(({ id, name }) => [name, id])),
  }
}

async function loadFamilies(db: Database, plans: CatalogFrame['families']): Promise<Map<string, number>> {
  const loaded = await db
    .insert(families)
    .values(plans.map(({ slug, imageId }, position) => ({ slug, imageId, position })))
    .returning({ id: families.id, slug: families.slug })
  const idOf = idsBySlug(loaded)
  await db.insert(familyTexts).values(plans.flatMap((plan) => inBoth(plan, { familyId: idOf(plan.slug) })))

  const rangePlans = plans.flatMap(({ slug, ranges }) =>
    ranges.map((range, position) => ({ ...range, position, familyId: idOf(slug) })),
  )
  const loadedRanges = await db
    .insert(ranges)
    .values(
      rangePlans.map(({ slug, imageId, position, familyId }) => ({ slug, imageId, position, familyId })),
    )
    .returning({ id: ranges.id, slug: ranges.slug })
  const rangeIdOf = idsBySlug(loadedRanges)
  await db
    .insert(rangeTexts)
    .values(rangePlans.flatMap((plan) => inBoth(plan, { rangeId: rangeIdOf(plan.slug) })))
  return new Map(loadedRanges.map(({ id, slug }) => [slug, id]))
}

async function loadAttributes(db: Database, plans: CatalogFrame['attributes']): Promise<void> {
  await db
    .insert(attributes)
    .values(plans.map(({ key, kind, unit }, position) => ({ key, kind, unit, position })))
  await db.insert(attributeTexts).values(
    plans.flatMap(({ key, label }) =>
      Object.entries(label).map(([language, label]) => ({
        attributeKey: key,
        language: language as Language,
        label,
      })),
    ),
  )
  const options = plans.flatMap(({ key, options }) =>
    Object.entries(options).flatMap(([option, words]) =>
      Object.entries(words).map(([language, label]) => ({
        attributeKey: key,
        option,
        language: language as Language,
        label,
      })),
    ),
  )
  if (options.length > 0) await db.insert(attributeOptionTexts).values(options)
}

const inBoth = <Key extends object>({ name, description }: { name: Words; description: Words }, key: Key) =>
  LANGUAGES.map((language) => ({
    ...key,
    language,
    name: name[language],
    description: description[language],
  }))

function idsBySlug(rows: readonly { id: number; slug: string }[]): (slug: string) => number {
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]))
  return (slug) => {
    const id = ids.get(slug)
    if (id === undefined) throw new Error(`${slug} was not loaded`)
    return id
  }
}
