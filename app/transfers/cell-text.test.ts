import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guardCell, unguardCell } from './cell-text'

test.for([
  ['=1+1', "'=1+1"],
  ["'=1+1", "''=1+1"],
  ['-5', "'-5"],
  ['＝1+1', "'＝1+1"],
  ['﹢1', "'﹢1"],
  ['\u200b=1', "'\u200b=1"],
  [' \ufeff"=1', '\' \ufeff"=1'],
  ['a;=1', "a;'=1"],
  ['a\t@x', "a\t'@x"],
  ['Freins, -10 %', "Freins,' -10 %"],
  ['a;"=1', 'a;\'"=1'],
  ['one\n=two', "one\n'=two"],
  ['O’Neill - fils', 'O’Neill - fils'],
  ["l'avant-bras", "l'avant-bras"],
  ['1;2', '1;2'],
] as const)('%j is exported as %j', ([text, cell]) => {
  expect(guardCell(text)).toBe(cell)
  expect(unguardCell(cell)).toBe(text)
})

/** Texts of what a formula is made of, far denser than they would come by chance. */
const dense = fc
  .array(fc.constantFrom(...'=+-@＝－;,\t\r\n "\'\u200b\u00a0|a1\u2800\u2028\ufeff\u00ad'), { maxLength: 12 })
  .map((parts) => parts.join(''))
const anything = fc.oneof(dense, fc.string({ unit: 'binary', maxLength: 30 }))

test('what is guarded for an export is read back as it was', () => {
  fc.assert(
    fc.property(anything, (text) => {
      expect(unguardCell(guardCell(text))).toBe(text)
    }),
    { numRuns: 5_000 },
  )
})

test('a cell of another program that runs nothing is read as it stands', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      if (!/[=+\-@⁺⁻⁼₊₋₌−⩵⩶﬩﹢﹣﹦﹫＋－＝＠]/u.test(text)) expect(unguardCell(text)).toBe(text)
    }),
  )
})

test('no language’s spreadsheet finds a formula in an export, wherever it splits', () => {
  const table = fc.array(fc.tuple(anything, anything, anything), { minLength: 1, maxLength: 3 })
  const ours = fc.constantFrom(',', ';')
  const theirs = fc.constantFrom(',', ';', '\t')
  fc.assert(
    fc.property(table, ours, theirs, (rows, delimiter, separator) => {
      const cells = rows.map((row) => row.map(guardCell))
      const text = stringify(cells, { record_delimiter: '\r\n', delimiter })
      expect(asASpreadsheetReads(text, separator).filter(runs)).toEqual([])
    }),
    { numRuns: 5_000 },
  )
})

test('every character that is normalised to a sign of formulas is taken for one', () => {
  const missed: string[] = []
  for (let code = 0; code <= 0x10ffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const character = String.fromCodePoint(code)
    if (/^[=+\-@\u2212]/.test(character.normalize('NFKC')) && guardCell(character) === character)
      missed.push(code.toString(16))
  }
  expect(missed).toEqual([])
})

/** A quote counts at the beginning of a cell only, and what follows the closing one belongs to the cell. */
function asASpreadsheetReads(text: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  let isBegun = false
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (isQuoted && character === '"' && text.charAt(at + 1) === '"') cell += text.charAt(++at)
    else if (isQuoted && character === '"') isQuoted = false
    else if (isQuoted) cell += character
    else if (character === separator || character === '\r' || character === '\n') {
      cells.push(cell)
      cell = ''
      isBegun = false
      continue
    } else if (character === '"' && !isBegun) isQuoted = true
    else cell += character
    isBegun = true
  }
  return [...cells, cell]
}

function runs(cell: string): boolean {
  const seen = cell
    .normalize('NFKC')
    .replace(/^[\s"\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]+/u, '')
  return /^[=+\-@\u2212]/.test(seen)
}
