import { and, eq, inArray, sql } from 'drizzle-orm'
import { DEFAULT_LANGUAGE, type Language } from '~/i18n/language'
import type { Cache } from '~/platform/cache.server'
import type { Database } from '~/platform/db.server'
import { attributeOptionTexts, attributes, attributeTexts } from './family-tables.server'
import type { AttributeValues } from './product-tables.server'

export type AttributeWords = {
  key: string
  kind: 'choice' | 'number' | 'text'
  unit: string | null
  label: string
  options: Record<string, string>
}

/** A value of an attribute, ready to be read: « Essieu », « Avant ». */
export type WordedAttribute = { key: string; label: string; value: string | number; unit: string | null }

/** The words of these attributes and of their options in a language, else in French, in the order they are shown. */
export async function listAttributeWords(
  db: Database,
  { keys, language }: { keys: readonly string[]; language: Language },
): Promise<AttributeWords[]> {
  if (keys.length === 0) return []
  const languages = [language, DEFAULT_LANGUAGE] as const
  const [rows, options] = await Promise.all([
    db
      .select({
        key: attributes.key,
        kind: attributes.kind,
        unit: attributes.unit,
        label: attributeTexts.label,
      })
      .from(attributes)
      .leftJoin(
        attributeTexts,
        and(
          eq(attributeTexts.attributeKey, attributes.key),
          inArray(attributeTexts.language, [...languages]),
        ),
      )
      .where(inArray(attributes.key, [...keys]))
      // What comes later in the list wins below: the wanted language.
      .orderBy(attributes.position, attributes.key, sql`${attributeTexts.language} = ${language}`),
    db
      .select({
        key: attributeOptionTexts.attributeKey,
        option: attributeOptionTexts.option,
        label: attributeOptionTexts.label,
      })
      .from(attributeOptionTexts)
      .where(
        and(
          inArray(attributeOptionTexts.attributeKey, [...keys]),
          inArray(attributeOptionTexts.language, [...languages]),
        ),
      )
      .orderBy(sql`${attributeOptionTexts.language} = ${language}`),
  ])

  const words = new Map<string, AttributeWords>()
  for (const row of rows) words.set(row.key, { ...row, label: row.label ?? row.key, options: {} })
  for (const { key, option, label } of options) {
    const worded = words.get(key)
    if (worded) worded.options[option] = label
  }
  return [...words.values()]
}

/** The words of all attributes; five minutes old at most. */
export function listAllAttributeWords(
  { db, cache }: { db: Database; cache: Cache },
  language: Language,
): Promise<AttributeWords[]> {
  return cache.remember({
    key: `catalog:attribute-words:${language}`,
    seconds: 300,
    read: async () => {
      const all = await db.select({ key: attributes.key }).from(attributes).limit(5_000)
      return listAttributeWords(db, { keys: all.map(({ key }) => key), language })
    },
  })
}

/** The words of the attributes that listings can be filtered by; five minutes old at most. */
export function listFacetWords(
  { db, cache }: { db: Database; cache: Cache },
  language: Language,
): Promise<AttributeWords[]> {
  return cache.remember({
    key: `catalog:facet-words:${language}`,
    seconds: 300,
    read: async () => {
      const facets = await db
        .select({ key: attributes.key })
        .from(attributes)
        .where(eq(attributes.isFacet, true))
      return listAttributeWords(db, { keys: facets.map(({ key }) => key), language })
    },
  })
}

/** Puts values into words, in the attributes' order; what no attribute is known for is left out. */
export function wordAttributes(values: AttributeValues, words: readonly AttributeWords[]): WordedAttribute[] {
  return words.flatMap(({ key, label, unit, options }) => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined
    if (value === undefined) return []
    const option = String(value)
    return [{ key, label, unit, value: Object.hasOwn(options, option) ? (options[option] ?? value) : value }]
  })
}
