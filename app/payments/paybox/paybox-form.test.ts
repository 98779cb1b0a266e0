import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anAttemptToOpen } from '../../../tests/payments/an-attempt'
import { PAYBOX_TEST_ACCOUNT, startPayboxStandIn } from '../../../tests/stand-ins/paybox-stand-in'
import { aboutReference, type PayboxField, payboxFields, payboxHmac } from './paybox-form'

const ANSWERS_TO = { notificationUrl: 'http://shop.test/ipn', receiptsTo: 'shop@shop.test' }

const VECTORS = new URL('../../../shared/data/paybox/vectors.dev.json', import.meta.url)
const hasVectors = existsSync(VECTORS)
if (!hasVectors) console.warn('Paybox’s vectors are absent: the tests with them are skipped.')

type Vector = { key_hex: string; message: string; expected_hmac: string }
const vectors: Vector[] = hasVectors ? JSON.parse(readFileSync(VECTORS, 'utf8')).request_hmac_sha512 : []

describe.skipIf(!hasVectors)('A-127: the signature of a form', () => {
  test.each(vectors)('is the one that Paybox publishes: $message', ({ key_hex, message, expected_hmac }) => {
    const fields = message.split('&').map((pair): PayboxField => {
      const [, name = '', value = ''] = /^([^=]+)=(.*)$/.exec(pair) ?? []
      return [name, value]
    })
    expect(payboxHmac(fields, key_hex)).toBe(expected_hmac)
  })
})

test('the form asks for a signed answer, the signature last, and names the order and the attempt', () => {
  const attempt = anAttemptToOpen({ startedAt: new Date('2026-11-20T06:30:00.123Z') })

  const fields = payboxFields(attempt, PAYBOX_TEST_ACCOUNT, ANSWERS_TO)

  expect(fields.slice(0, 10)).toEqual([
    ['PBX_SITE', '1999888'],
    ['PBX_RANG', '32'],
    ['PBX_IDENTIFIANT', '110647233'],
    ['PBX_TOTAL', '4990'],
    ['PBX_DEVISE', '978'],
    ['PBX_CMD', `C-2026-000042.${attempt.attemptId}`],
    ['PBX_PORTEUR', 'claire@example.com'],
    ['PBX_RETOUR', 'Mt:M;Ref:R;Auto:A;Erreur:E;Trans:S;Appel:T;Date:W;Heure:Q;Sign:K'],
    ['PBX_HASH', 'SHA512'],
    ['PBX_TIME', '2026-11-20T06:30:00+00:00'],
  ])
  expect(fields.at(-1)?.[0]).toBe('PBX_HMAC')
  expect(aboutReference(`C-2026-000042.${attempt.attemptId}`)).toMatchObject({
    attemptIds: [attempt.attemptId],
    orderNumber: 'C-2026-000042',
  })
})

test('A-126: whatever a shopper is called, the bank finds the signature right after a browser’s round trip', async () => {
  const bank = await startPayboxStandIn()
  const naughty = fc.string({ unit: 'binary', maxLength: 60 })
  const traps = fc.constantFrom('a\r\nb', '<b>&amp;"\'', 'é&ü=+%20', '\ud800', 'x'.repeat(300), '\u0000')
  const text = fc.oneof(naughty, traps)

  fc.assert(
    fc.property(text, text, text, (firstName, street, email) => {
      const buyer = { ...anAttemptToOpen().buyer, firstName, street, email }
      const fields = payboxFields(anAttemptToOpen({ buyer }), PAYBOX_TEST_ACCOUNT, ANSWERS_TO)
      const posted = fields.map(([name, value]): PayboxField => [name, asBrowserPosts(value)])
      expect(bank.enter(posted)).toBeDefined()
      const xml = fields.find(([name]) => name === 'PBX_BILLING')?.[1] ?? ''
      expect(xml).toMatch(
        /^<\?xml [^<]*<Billing><Address>(<(\w+)>[^<>&]*(&#\d+;[^<>&]*)*<\/\2>){6}<\/Address><\/Billing>$/,
      )
    }),
    { numRuns: 300 },
  )
  await bank.close()
})

function fieldsOf({
  cents = 4990,
  ...over
}: Partial<ReturnType<typeof anAttemptToOpen>['buyer']> & { cents?: number }) {
  const buyer = { ...anAttemptToOpen().buyer, ...over }
  const attempt = anAttemptToOpen({ buyer, amount: { cents, currency: 'EUR' } })
  return new Map(payboxFields(attempt, PAYBOX_TEST_ACCOUNT, ANSWERS_TO))
}

test.each([
  [
    { firstName: 'Éloïse', lastName: 'Œuvrard' },
    '<FirstName>Eloise</FirstName><LastName>Oeuvrard</LastName>',
  ],
  [{ firstName: '🧁', lastName: '' }, '<FirstName>X</FirstName><LastName>X</LastName>'],
  [{ firstName: 'Ян', lastName: 'Чапек' }, '<FirstName>Yan</FirstName><LastName>Chapek</LastName>'],
  [
    { firstName: 'Anne-Marie-Élisabeth-Joséphine', lastName: 'O’Connor' },
    '<FirstName>Anne-Marie-Elisabeth-J</FirstName><LastName>O&#39;Connor</LastName>',
  ],
])('the bank is told names in plain letters, at most 22 of them: %j', (buyer, xml) => {
  expect(fieldsOf(buyer).get('PBX_BILLING')).toContain(xml)
})

test('an amount has three digits at least', () => {
  expect([1, 50, 100, 4990].map((cents) => fieldsOf({ cents }).get('PBX_TOTAL'))).toEqual([
    '001',
    '050',
    '100',
    '4990',
  ])
})

test.each([
  ['claire@example.com', 'claire@example.com'],
  ['claire@müller.example', 'claire@xn--mller-kva.example'],
  [`${'x'.repeat(120)}@example.com`, 'shop@shop.test'],
  ['éloïse@example.com', 'shop@shop.test'],
  ['no e-mail', 'shop@shop.test'],
])('the bank writes to %s as %s: an e-mail is never cut into another', (email, porteur) => {
  expect(fieldsOf({ email }).get('PBX_PORTEUR')).toBe(porteur)
})

test('A-125: a form whose amount was changed on the way does not get in', async () => {
  const bank = await startPayboxStandIn()
  const fields = payboxFields(anAttemptToOpen(), PAYBOX_TEST_ACCOUNT, ANSWERS_TO)

  const cheaper = fields.map(([name, value]): PayboxField => [name, name === 'PBX_TOTAL' ? '1' : value])

  expect(bank.enter(fields)).toBeDefined()
  expect(bank.enter(cheaper)).toBeUndefined()
  await bank.close()
})

/** Browsers write line ends as CRLF and lone surrogates as U+FFFD. */
function asBrowserPosts(value: string): string {
  return Buffer.from(value.replace(/\r\n|\r|\n/g, '\r\n'), 'utf8').toString('utf8')
}
