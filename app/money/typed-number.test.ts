import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numberOf, readTypedNumber } from './typed-number'

const meaningOf = (typed: string) => {
  const read = readTypedNumber(typed)
  return read.isClear ? numberOf(read) : read.reason
}

describe('a number is read as it was meant:', () => {
  test.each([
    ['7', 7],
    ['007', 7],
    ['1 200', 1200],
    ['1\u202f234,50', 1234.5],
    ["1'234.50", 1234.5],
    ['1,234.50', 1234.5],
    ['1.234,50', 1234.5],
    ['1,234,567', 1_234_567],
    ['1.234.567,8', 1_234_567.8],
    ['12,5', 12.5],
    ['.5', 0.5],
    ['12.9000', 12.9],
    ['0,500', 0.5],
    ['1234,500', 1234.5],
    ['1 234,500', 1234.5],
    ['-3,0', -3],
    ['−4', -4],
  ])('%s is %d', (typed, value) => expect(meaningOf(typed)).toBe(value))
})

describe('what could mean two things is not guessed:', () => {
  test.each(['1,500', '2.000', '12,345', '999.999', '-1,000'])('%s', (typed) =>
    expect(meaningOf(typed)).toBe('two-meanings'),
  )
  test('both meanings are told to whoever may choose', () => {
    expect(readTypedNumber('1,500')).toMatchObject({
      asDecimal: { whole: '1', decimals: '500' },
      asThousands: { whole: '1500', decimals: '' },
    })
  })
})

test.each([
  ['', 'not-a-number'],
  ['abc', 'not-a-number'],
  ['12.9.0', 'not-a-number'],
  ['12,345,6', 'not-a-number'],
  ['1 2 3', 'not-a-number'],
  ['12.', 'not-a-number'],
  ['1E+5', 'scientific-notation'],
  ['4,00656E+12', 'scientific-notation'],
])('%j is none: %s', (typed, reason) => expect(meaningOf(typed)).toBe(reason))

test('a number with thousands apart is the same in every notation', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 2_000_000_000 }),
      fc.integer({ min: 0, max: 99 }),
      (whole, cents) => {
        const groups = whole.toLocaleString('en-GB').split(',')
        const decimals = String(cents).padStart(2, '0')
        const written = [
          `${groups.join(',')}.${decimals}`,
          `${groups.join('.')},${decimals}`,
          `${groups.join(' ')},${decimals}`,
          `${groups.join("'")}.${decimals}`,
        ]
        for (const typed of written)
          expect(readTypedNumber(typed)).toMatchObject({ isClear: true, whole: String(whole), decimals })
      },
    ),
  ))
