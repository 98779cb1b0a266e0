import { type SQL, sql } from 'drizzle-orm'
import { DEFAULT_LANGUAGE, type Language } from '~/i18n/language'

// Written as plain SQL: inside a sub-query drizzle leaves out the name of the outer table.
const TEXTS = {
  family: { table: 'family_texts', key: 'family_id', outer: 'families.id' },
  range: { table: 'range_texts', key: 'range_id', outer: 'ranges.id' },
  product: { table: 'product_texts', key: 'product_id', outer: 'products.id' },
} as const

// Written into the statement, so that every language has one plan.
const FALLBACK = sql.raw(`'${DEFAULT_LANGUAGE}'`)

/** A text in a language, else in French, as a column of a query over families, ranges or products. */
export function textIn(
  language: Language,
  of: keyof typeof TEXTS,
  field: 'name' | 'description',
): SQL<string> {
  const { table, key, outer } = TEXTS[of]
  return sql<string>`coalesce((
    select texts.${sql.raw(field)} from ${sql.raw(table)} texts
    where texts.${sql.raw(key)} = ${sql.raw(outer)} and texts.language in (${language}, ${FALLBACK})
      and (texts.language = ${FALLBACK} or texts.${sql.raw(field)} <> '')
    order by texts.language = ${language} desc limit 1), '')`
}
