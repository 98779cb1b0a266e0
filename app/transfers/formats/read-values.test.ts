import fc from 'fast-check'
import { describe, expect, test } from '../../../tests/shop-test'
import { guardCell, joinList, splitList, unguardCell } from '../cell-text'
import { partsOfReference, readCell, referenceOf, writeCell } from '../run/cells.server'
import { textOfHtml } from './html-text.server'
import { numberText, readCents, readCount, readDate, readNumber, readYesNo } from './read-values'

describe('a price', () => {
  test.each([
    ['12.90', 1290],
    ['12,90', 1290],
    ['12,9', 1290],
    ['1 234,50 €', 123_450],
    ['1\u202f234,50\u00a0€', 123_450],
    ['€1,234.50', 123_450],
    ['1.234,50', 123_450],
    ['12', 1200],
    ['12.9000', 1290],
    ['12,90 EUR', 1290],
  ])('%s is read', (cell, cents) => {
    expect(readCents(cell)).toEqual({ value: cents })
  })
  test.each([
    ['abc', 'not-a-price'],
    ['12,345,6', 'not-a-price'],
    ['1,234', 'two-meanings'],
    ['1,500', 'two-meanings'],
    ['2.000', 'two-meanings'],
    ['€1.234', 'two-meanings'],
    ['12.9.0', 'not-a-price'],
    ['1.2345', 'not-a-price'],
    ['1234,567', 'not-a-price'],
    ['=1+1', 'not-a-price'],
    ['0', 'price-not-positive'],
    ['-5,00', 'price-not-positive'],
    ['1E+5', 'scientific-notation'],
    ['99999999999', 'too-large'],
  ])('%s is refused: %s', (cell, reason) => expect(readCents(cell)).toEqual({ reason }))
  test('what is written is read back, to the cent', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000 }), (cents) => {
        expect(readCents(writeCell('cents', cents))).toEqual({ value: cents })
      }),
    ))
})

test.each([
  ['7', { value: 7 }],
  ['1 200', { value: 1200 }],
  ['3,0', { value: 3 }],
  ['1,000,000', { value: 1_000_000 }],
  ['100.0000', { value: 100 }],
  ['1,000', { reason: 'two-meanings' }],
  ['2.000', { reason: 'two-meanings' }],
  ['-4', { reason: 'negative' }],
  ['2,5', { reason: 'not-a-number' }],
  ['1E+6', { reason: 'scientific-notation' }],
  ['9999999999', { reason: 'too-large' }],
])('the count %s', (cell, read) => expect(readCount(cell)).toEqual(read))

test('any measure is written so that it can be read one way only', () => {
  expect(numberText(1.234)).toBe('1.2340')
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      fc.pre(Math.abs(value) < 1e15)
      expect(readNumber(numberText(value))).toEqual({ value: value + 0 })
    }),
  )
  fc.assert(
    fc.property(fc.integer({ min: -999_999, max: 999_999 }), (thousandths) => {
      expect(readNumber(numberText(thousandths / 1000))).toEqual({ value: thousandths / 1000 + 0 })
    }),
  )
})

test('a sale that ends on a day ends with it', () => {
  expect(readCell('from', '2026-11-20')).toEqual({ value: '2026-11-19T23:00:00.000Z' })
  expect(readCell('until', ' 25/11/2026 ')).toEqual({ value: '2026-11-25T23:00:00.000Z' })
  expect(readCell('until', '2026-11-25T12:00:00+01:00')).toEqual({ value: '2026-11-25T11:00:00.000Z' })
  expect(readCell('until', '2026-02-30')).toEqual({ reason: 'not-a-date' })
})

test('a day of building has no hour', () => {
  expect(readDate('20/11/2026')).toEqual({ value: '2026-11-20' })
  expect(readDate('31/31/2026')).toEqual({ reason: 'not-a-date' })
})

test('yes and no in both languages', () => {
  expect(['oui', 'Yes', '1', 'avec'].map(readYesNo)).toEqual(Array(4).fill({ value: true }))
  expect(['non', 'No', '0', 'sans'].map(readYesNo)).toEqual(Array(4).fill({ value: false }))
  expect(readYesNo('perhaps')).toEqual({ reason: 'not-yes-or-no' })
})

describe('a cell', () => {
  test.each(['=1+1', '+33 1', '-12', '@SUM(A1)', '\tx', '\rx'])(
    '%j begins no formula in a spreadsheet',
    (text) => {
      expect(guardCell(text)).toBe(`'${text}`)
      expect(unguardCell(guardCell(text))).toBe(text)
    },
  )
  test('what is read for its meaning is tidied first, in every kind of cell', () => {
    expect(readCell('count', '\u200e7')).toEqual({ value: 7 })
    expect(readCell('count', '１０')).toEqual({ value: 10 })
    expect(readCell('kilograms', '\u2066٢\u2069')).toEqual({ value: 2000 })
    expect(readCell('until', '2026\u201111\u201125\u200b')).toEqual({ value: '2026-11-25T23:00:00.000Z' })
    expect(readCell('status', 'Draft\u200b')).toEqual({ value: 'draft' })
    expect(readYesNo('\ufeffFAUX')).toEqual({ value: false })
  })

  test('numbers of an export stay numbers', () => {
    expect(writeCell('cents', 1290)).toBe('12.90')
    expect(writeCell('count', 3)).toBe('3')
  })
  test('any text comes back as it was', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('', '=', "'=", "''+", '-', "'"),
        (text, start) => {
          expect(unguardCell(guardCell(start + text))).toBe(start + text)
        },
      ),
    ))
  test('so do lists and references, whatever their parts hold', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }).filter((part) => part.trim() === part)), (parts) => {
        expect(splitList(joinList(parts))).toEqual(parts)
        for (const maker of parts)
          expect(partsOfReference(referenceOf({ maker, value: 'a:b' })).maker).toBe(
            maker.includes('a:b') ? expect.any(String) : maker,
          )
      }),
    ))
  test('a reference without a maker is refused, one that a spreadsheet shortened too', () => {
    expect(readCell('references', '7701208265')).toEqual({ reason: 'not-a-reference' })
    expect(readCell('references', 'EAN:4.00656E+12')).toEqual({ reason: 'scientific-notation' })
  })
  test('a NUL cannot be stored', () => {
    expect(readCell('text', 'a\u0000b')).toEqual({ reason: 'unprintable' })
  })
})

describe('HTML', () => {
  test('becomes paragraphs of plain text', () => {
    expect(
      textOfHtml(
        '<h2>Disque</h2>\r\n<p>Pour <b>Clio</b> &amp; Mégane<br>280 mm</p><ul><li>ventilé</li><li>peint</li></ul>',
      ),
    ).toBe('Disque\n\nPour Clio & Mégane\n280 mm\n\n• ventilé\n• peint')
  })
  test('and nothing of it runs or is shown that was a program', () => {
    const text = textOfHtml(
      '<p onclick="x()">a</p><script>alert(1)</script><img src=x onerror=alert(1)><style>p{}</style><a href="javascript:x">b</a>',
    )
    expect(text).toBe('a\n\nb')
  })
})
