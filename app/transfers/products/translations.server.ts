import { isLanguage } from '~/i18n/language'
import { plainHeading } from '../formats/own-columns'
import { inShort, type Note } from '../problems'
import { readCell } from '../run/cells.server'
import { addProblem, emptyRow, type ProductReader } from './product-rows.server'

/** A table of texts, one row per product and language: `slug, locale, name, description`. */
export function isTranslations(headings: readonly string[]): boolean {
  const plain = headings.map(plainHeading)
  return ['slug', 'locale', 'name'].every((heading) => plain.includes(heading))
}

export function readTranslations(headings: readonly string[]): ProductReader {
  const plain = headings.map(plainHeading)
  const read = new Set(['slug', 'locale', 'name', 'description'])
  const notes: Note[] = headings
    .filter((_, at) => plain[at] && !read.has(plain[at]))
    .map((heading) => ({ row: 1, column: heading, reason: 'unknown-column', read: heading }))
  let isSaid = false

  return {
    notes,
    read({ number, cells }) {
      const row = { ...emptyRow(number), variant: null }
      const cell = (heading: string) => cells[plain.indexOf(heading)] ?? ''
      row.slug = cell('slug').trim() || null
      if (!row.slug) addProblem(row, 'slug', 'missing', '')
      const language = cell('locale').trim().toLowerCase().slice(0, 2)
      if (!isLanguage(language)) {
        if (!isSaid)
          notes.push({
            row: number,
            column: 'locale',
            reason: 'language-not-sold-in',
            read: inShort(cell('locale')),
          })
        isSaid = true
        return row
      }
      for (const field of ['name', 'description'] as const) {
        const text = readCell(field === 'name' ? 'line' : 'text', cell(field))
        if ('reason' in text) addProblem(row, field, text.reason, cell(field))
        else if (text.value !== null) row.product[`${field}:${language}`] = text.value
      }
      return row
    },
  }
}
