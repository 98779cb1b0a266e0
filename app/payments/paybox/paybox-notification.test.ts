import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { anAttemptToOpen } from '../../../tests/payments/an-attempt'
import { PAYBOX_TEST_ACCOUNT, startPayboxStandIn } from '../../../tests/stand-ins/paybox-stand-in'
import { payboxFields } from './paybox-form'
import { readPayboxNotification } from './paybox-notification.server'

const bank = await startPayboxStandIn()
const publicKey = createPublicKey(bank.publicKey)
afterAll(bank.close)

const read = (query: string | Uint8Array) => readPayboxNotification(Buffer.from(query), [publicKey])

const ANSWERS_TO = { notificationUrl: 'http://shop.test/webhooks/paybox', receiptsTo: 'shop@shop.test' }

function aVisit() {
  const attempt = anAttemptToOpen()
  const visit = bank.enter(payboxFields(attempt, PAYBOX_TEST_ACCOUNT, ANSWERS_TO))
  if (!visit) throw new Error('The stand-in refused the form')
  return { attempt, visit }
}

const folder = new URL('../../../shared/data/paybox/', import.meta.url)
const hasVectors = existsSync(folder)
if (!hasVectors) console.warn('Paybox’s vectors are absent: the tests with them are skipped.')

type Vector = { signed_data: string; sign_base64: string; expected_valid: boolean; note: string }
const vectors: Vector[] = hasVectors
  ? JSON.parse(readFileSync(new URL('vectors.dev.json', folder), 'utf8')).ipn_rsa_sha1
  : []

describe.skipIf(!hasVectors)('calls of the real Paybox', () => {
  test.each(vectors)('$note', ({ signed_data, sign_base64, expected_valid }) => {
    const key = createPublicKey(readFileSync(new URL('paybox_public_key.pem', folder)))
    const query = `${signed_data}&Sign=${encodeURIComponent(sign_base64)}`
    expect(readPayboxNotification(Buffer.from(query), [key]).ok).toBe(expected_valid)
  })
})

test('an accepted payment tells its amount, transaction and call', () => {
  const { attempt, visit } = aVisit()

  const reading = read(bank.accept(visit))

  const [transaction] = bank.transactions.slice(-1)
  expect(reading).toMatchObject({
    ok: true,
    notification: {
      gateway: 'paybox',
      about: { attemptIds: [attempt.attemptId], sessionId: null, orderNumber: attempt.orderNumber },
      news: {
        kind: 'paid',
        charge: {
          gatewayPaymentId: `${transaction?.number}.${transaction?.call}`,
          cents: 4990,
          currency: 'EUR',
        },
      },
    },
  })
})

test('the same call has the same name, however often it comes', () => {
  const query = bank.accept(aVisit().visit)
  const names = [read(query), read(query)].map((reading) => reading.ok && reading.notification.eventId)
  expect(names[0]).toBe(names[1])
})

describe('A-118: what is not signed by the bank', () => {
  const other = bank.accept(aVisit().visit)
  const signature = other.slice(other.indexOf('&Sign=') + 6)
  test.each([
    ['no Sign', 'Mt=4990&Ref=x&Erreur=00000&Auto=X'],
    ['nothing at all', ''],
    ['only a Sign', `&Sign=${signature}`],
    ['junk', '\u0000\u0001=&&&=%zz&Sign=%zz'],
    ['a megabyte', `Mt=${'9'.repeat(1_000_000)}`],
    ['the signature of another call', `Mt=4990&Ref=x&Erreur=00000&Auto=X&Sign=${signature}`],
    ['a signature of raw bytes', `Mt=1&Sign=${Buffer.alloc(128, 0xe9).toString('latin1')}`],
    ['an empty signature', 'Mt=4990&Ref=x&Erreur=00000&Sign='],
  ])('%s is refused', (_, query) => {
    expect(read(query).ok).toBe(false)
  })

  test('random bytes are refused', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => !read(bytes).ok))
  })
})

describe('A-119, A-122: a call that was touched', () => {
  const query = bank.accept(aVisit().visit)
  test.each([
    ['the amount', query.replace('Mt=4990', 'Mt=1')],
    ['the reference', query.replace('Ref=C', 'Ref=D')],
    ['the code', bank.tell(aVisit().visit, '00001').replace('Erreur=00001', 'Erreur=00000')],
    ['the order of fields', query.replace(/^(Mt=\d+)&(Ref=[^&]+)/, '$2&$1')],
    ['a field behind the signature', `${query}&Erreur=00000`],
    ['a second signature behind the first', `${query}&Sign=${'A'.repeat(172)}`],
    ['another way to write a colon', query.replaceAll('%3A', '%3a')],
    ['a decoded colon', query.replaceAll('%3A', ':')],
  ])('%s changed: refused', (_, touched) => {
    expect(touched).not.toBe(query)
    expect(read(touched).ok).toBe(false)
  })
})

describe('A-120, A-121: the codes', () => {
  test.each([
    ['00000', 'paid'],
    ['00001', 'over'],
    ['00003', 'over'],
    ['00004', 'card-refused'],
    ['00006', 'over'],
    ['00008', 'card-refused'],
    ['00010', 'over'],
    ['00011', 'over'],
    ['00015', 'confirming'],
    ['00021', 'card-refused'],
    ['00029', 'card-refused'],
    ['00030', 'over'],
    ['00033', 'over'],
    ['00040', 'card-refused'],
    ['00105', 'card-refused'],
    ['00151', 'card-refused'],
    ['00200', 'card-refused'],
    ['99999', 'confirming'],
    ['1', 'unreadable'],
    ['0', 'unreadable'],
    ['', 'unreadable'],
    ['00000 ', 'unreadable'],
    [' 00000', 'unreadable'],
    ['000000', 'unreadable'],
  ])('%s means %s', (code, kind) => {
    const reading = read(
      bank.tell(aVisit().visit, code, { Auto: 'XXXXXX', Trans: '1', Appel: '2', Erreur: code }),
    )
    expect(reading).toMatchObject({ ok: true, notification: { news: { kind } } })
  })

  test('accepted without authorisation number is not believed', () => {
    const reading = read(bank.tell(aVisit().visit, '00000', { Auto: '' }))
    expect(reading).toMatchObject({ notification: { news: { kind: 'unreadable' } } })
  })
})

describe('while the bank exchanges its key for another', () => {
  const other = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey
  test('calls signed with either are believed, with neither none', () => {
    const query = Buffer.from(bank.accept(aVisit().visit))
    expect(readPayboxNotification(query, [other, publicKey]).ok).toBe(true)
    expect(readPayboxNotification(query, [publicKey, other]).ok).toBe(true)
    expect(readPayboxNotification(query, [other])).toEqual({ ok: false, reason: 'wrong-signature' })
  })
})

describe('a call that can be read in two ways, rightly signed', () => {
  const of = (first: string, second: string) =>
    bank.signQuery(`${first}&${bank.tell(aVisit().visit, '00000').split('&Sign=')[0]}&${second}`)
  test.each([
    ['a field twice', of('Mt=1', 'x=1')],
    ['a field twice, told apart by case', of('x=1', 'mt=1')],
    ['a field twice, once as a list', of('Mt[]=1', 'x=1')],
    ['a field twice, once encoded', of('%4dt=1', 'x=1')],
    ['a second signature inside', of('x=1', 'sign=AAAA')],
  ])('%s is refused before it is read', (_, query) => {
    expect(read(query)).toEqual({ ok: false, reason: 'ambiguous' })
  })
})
