import { inArray, sql } from 'drizzle-orm'
import { LANGUAGES, type Language } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import {
  attributes,
  attributeTexts,
  brands,
  families,
  familyTexts,
  ranges,
  rangeTexts,
} from './family-tables.server'

export type Names = Partial<Record<Language, string>>
export type FrameFamily = { id: number; slug: string; names: Names }
export type FrameRange = FrameFamily & { familyId: number }
export type FrameBrand = { id: number; name: string }
export type FrameAttribute = { key: string; kind: 'choice' | 'number' | 'text' }

/** What products hang on: all of it, some thousand rows at most. */
export async function listCatalogFrame(db: Database) {
  const [brandRows, familyRows, rangeRows, attributeRows] = await Promise.all([
    db.select({ id: brands.id, name: brands.name }).from(brands),
    db.execute<FrameFamily>(sql`
      select f.id, f.slug, coalesce(json_object_agg(t.language, t.name) filter (where t.language is not null), '{}') as names
      from families f left join family_texts t on t.family_id = f.id group by f.id`),
    db.execute<FrameRange>(sql`
      select r.id, r.slug, r.family_id as "familyId",
        coalesce(json_object_agg(t.language, t.name) filter (where t.language is not null), '{}') as names
      from ranges r left join range_texts t on t.range_id = r.id group by r.id`),
    db.select({ key: attributes.key, kind: attributes.kind }).from(attributes),
  ])
  return { brands: brandRows, families: [...familyRows], ranges: [...rangeRows], attributes: attributeRows }
}

/** Brands by name; one that another created meanwhile is taken as it is. */
export async function createBrands(
  tx: Database,
  wanted: readonly { slug: string; name: string }[],
): Promise<FrameBrand[]> {
  if (wanted.length === 0) return []
  await tx
    .insert(brands)
    .values([...wanted])
    .onConflictDoNothing({ target: brands.name })
  const names = wanted.map(({ name }) => name)
  return tx.select({ id: brands.id, name: brands.name }).from(brands).where(inArray(brands.name, names))
}

/** One that another created meanwhile is taken as it is; so are ranges. */
export async function createFamily(
  tx: Database,
  { slug, names }: { slug: string; names: Names },
): Promise<FrameFamily> {
  const [family] = await tx
    .insert(families)
    .values({ slug, position: sql`(select coalesce(max(position) + 1, 0) from families)` })
    .onConflictDoUpdate({ target: families.slug, set: { slug } })
    .returning({ id: families.id })
  if (!family) throw new Error(`The family ${slug} was not created`)
  await tx
    .insert(familyTexts)
    .values(wordsOf(names).map((text) => ({ familyId: family.id, ...text })))
    .onConflictDoNothing()
  return { id: family.id, slug, names }
}

export async function createRange(
  tx: Database,
  { familyId, slug, names }: { familyId: number; slug: string; names: Names },
): Promise<FrameRange> {
  const [range] = await tx
    .insert(ranges)
    .values({ familyId, slug, position: sql`(select coalesce(max(position) + 1, 0) from ranges)` })
    .onConflictDoUpdate({ target: ranges.slug, set: { slug } })
    .returning({ id: ranges.id })
  if (!range) throw new Error(`The range ${slug} was not created`)
  await tx
    .insert(rangeTexts)
    .values(wordsOf(names).map((text) => ({ rangeId: range.id, ...text })))
    .onConflictDoNothing()
  return { id: range.id, familyId, slug, names }
}

/** Attributes that a file brings along, under the one name it has for them. */
export async function createAttributes(
  tx: Database,
  wanted: readonly { key: string; label: string }[],
): Promise<void> {
  if (wanted.length === 0) return
  await tx
    .insert(attributes)
    .values(
      wanted.map(({ key }) => ({
        key,
        kind: 'text' as const,
        position: sql`(select coalesce(max(position) + 1, 0) from attributes)`,
      })),
    )
    .onConflictDoNothing()
  await tx
    .insert(attributeTexts)
    .values(
      wanted.flatMap(({ key, label }) =>
        LANGUAGES.map((language) => ({ attributeKey: key, language, label })),
      ),
    )
    .onConflictDoNothing()
}

function wordsOf(names: Names) {
  return LANGUAGES.flatMap((language) => {
    const name = names[language]
    return name ? [{ language, name }] : []
  })
}
