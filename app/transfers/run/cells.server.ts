import { PRODUCT_STATUSES } from '~/catalog/product-status'
import { isScientific } from '~/money/typed-number'
import { charactersIn } from '~/text/cut-text'
import { isInvisible, tidyCode, tidyParagraphs, tidyText } from '~/text/typed-text'
import { VAT_CLASSES } from '~/vat/vat-class'
import { guardCell, joinList, splitList, unguardCell } from '../cell-text'
import { textOfHtml } from '../formats/html-text.server'
import type { CellKind } from '../formats/own-columns'
import { numberText, type Read, readCents, readCount, readMoment } from '../formats/read-values'
import { readGrams } from '../formats/weight'
import type { Fact } from '../products/facts'

const LONGEST: Partial<Record<CellKind, number>> = { line: 500, value: 500, text: 100_000, html: 200_000 }

/** What a cell of our own format says; an empty one says "nothing". */
export function readCell(kind: CellKind, cell: string): Read<Fact> {
  return readText(kind, unguardCell(cell))
}

/** The same of a text that no spreadsheet has guarded: every format's names and lists have one shape and one limit. */
export function readText(kind: CellKind, text: string): Read<Fact> {
  if (isInvisible(text)) return { value: null }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the database cannot store this one
  if (/\x00/.test(text)) return { reason: 'unprintable' }
  if (isLongerThan(LONGEST[kind] ?? 20_000, text)) return { reason: 'too-long' }
  switch (kind) {
    case 'line':
    case 'value':
      return { value: tidyText(text) }
    case 'text':
      return { value: tidyParagraphs(text) }
    case 'html':
      return { value: tidyParagraphs(textOfHtml(text)) || null }
    case 'list':
      return { value: splitList(text).map(tidyText).filter(Boolean) }
    case 'references':
      return readReferences(text)
    case 'cents':
      return readCents(text)
    case 'count':
      return readCount(tidyCode(text))
    case 'kilograms':
      return readGrams({ figure: tidyCode(text), unit: 'kg' })
    case 'from':
    case 'until':
      return readMoment(tidyCode(text), kind)
    case 'status':
      return readChoice(PRODUCT_STATUSES, text)
    case 'vat':
      return readChoice(VAT_CLASSES, text)
  }
}

/** Counted by characters, where a text is near the limit. */
function isLongerThan(most: number, text: string): boolean {
  return text.length > most && charactersIn(text) > most
}

/** The cell that reads back as this fact. */
export function writeCell(kind: CellKind, fact: Fact | undefined): string {
  if (fact === null || fact === undefined) return ''
  if (typeof fact === 'number') return kind === 'cents' ? (fact / 100).toFixed(2) : numberText(fact)
  return guardCell(typeof fact === 'string' ? fact : joinList(fact))
}

function readChoice(choices: readonly string[], text: string): Read<string> {
  const plain = tidyCode(text).toLowerCase()
  return choices.includes(plain) ? { value: plain } : { reason: 'not-a-choice' }
}

/** `Renault:7701208265|Peugeot:1109.CK`; a `:` in the maker's own name is written `\:`. */
function readReferences(text: string): Read<string[]> {
  const references = splitList(text)
  const wrong = references.some((reference) => {
    const { maker, value } = partsOfReference(reference)
    return maker === '' || value === ''
  })
  if (wrong) return { reason: 'not-a-reference' }
  return references.some((reference) => isScientific(partsOfReference(reference).value))
    ? { reason: 'scientific-notation' }
    : { value: references }
}

export function partsOfReference(reference: string): { maker: string; value: string } {
  const [, maker = '', value = ''] = /^((?:[^:\\]|\\[\s\S]|\\$)*):([\s\S]*)$/.exec(reference) ?? []
  return { maker: maker.replace(/\\([\\:])/g, '$1').trim(), value: value.trim() }
}

export function referenceOf({ maker, value }: { maker: string; value: string }): string {
  return `${maker.replace(/[\\:]/g, '\\$&')}:${value}`
}
