import { createHmac } from 'node:crypto'
import { domainToASCII } from 'node:url'
import countries from 'i18n-iso-countries'
import { inAscii } from '~/text/in-ascii.server'
import { ABOUT_NOTHING, type About, type AttemptToOpen, type Buyer } from '../gateway'

/** The variables that the bank sends back. `K`, its signature, has to be asked for and has to come last. */
export const PBX_RETOUR = 'Mt:M;Ref:R;Auto:A;Erreur:E;Trans:S;Appel:T;Date:W;Heure:Q;Sign:K'

/** ISO 4217 number of the euro, the only currency of the shop. */
const EURO = '978'

/** After this the bank's page says 00030 and takes no payment any more. */
export const PAGE_SECONDS = 900

export type PayboxAccount = { site: string; rang: string; identifiant: string; hmacKey: string }

export type PayboxAnswersTo = {
  /** Where the bank calls. */
  notificationUrl: string
  /** Who gets the bank's receipt when it cannot write to the shopper. */
  receiptsTo: string
}

export type PayboxField = [name: string, value: string]

/** The fields that the shopper's browser posts to the bank, in the order in which they are signed. */
export function payboxFields(
  attempt: AttemptToOpen,
  account: PayboxAccount,
  { notificationUrl, receiptsTo }: PayboxAnswersTo,
): PayboxField[] {
  const fields: PayboxField[] = [
    ['PBX_SITE', account.site],
    ['PBX_RANG', account.rang],
    ['PBX_IDENTIFIANT', account.identifiant],
    ['PBX_TOTAL', String(attempt.amount.cents).padStart(3, '0')],
    ['PBX_DEVISE', EURO],
    ['PBX_CMD', payboxReference(attempt.orderNumber, attempt.attemptId)],
    ['PBX_PORTEUR', payboxEmail(attempt.buyer.email) ?? receiptsTo],
    ['PBX_RETOUR', PBX_RETOUR],
    ['PBX_HASH', 'SHA512'],
    ['PBX_TIME', attempt.startedAt.toISOString().replace(/\.\d+Z$/, '+00:00')],
    ['PBX_LANGUE', attempt.language === 'fr' ? 'FRA' : 'GBR'],
    ['PBX_SOURCE', 'RWD'],
    ['PBX_DISPLAY', String(PAGE_SECONDS)],
    ['PBX_EFFECTUE', attempt.returnUrl],
    ['PBX_ATTENTE', attempt.returnUrl],
    ['PBX_REFUSE', attempt.cancelUrl],
    ['PBX_ANNULE', attempt.cancelUrl],
    ['PBX_REPONDRE_A', notificationUrl],
    ['PBX_SHOPPINGCART', shoppingCart(attempt.lines)],
    ['PBX_BILLING', billing(attempt.buyer)],
  ]
  return [...fields, ['PBX_HMAC', payboxHmac(fields, account.hmacKey)]]
}

/** Staff find the order by its number in the bank's back office; we find the attempt. */
export function payboxReference(orderNumber: string, attemptId: string): string {
  return `${orderNumber}.${attemptId}`
}

const REFERENCE = /^([^.]+)\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** What a reference of ours names; the bank knows the session by the attempt's id alone. */
export function aboutReference(reference: string): About {
  const [, orderNumber, attemptId] = reference.match(REFERENCE) ?? []
  if (!orderNumber || !attemptId) return ABOUT_NOTHING
  return { attemptIds: [attemptId], sessionId: null, orderNumber }
}

/** Refunds name the transaction and the call, so both are kept; the bank pads them with zeros in one place only. */
export function payboxPaymentId(transaction: string, call: string): string {
  return [transaction, call].map((number) => number.replace(/^0+(?=\d)/, '')).join('.')
}

/** Over the values as they are, not URL-encoded; the key is given in hexadecimal and used as bytes. */
export function payboxHmac(fields: readonly PayboxField[], hexKey: string): string {
  const signed = fields.map(([name, value]) => `${name}=${value}`).join('&')
  return createHmac('sha512', Buffer.from(hexKey, 'hex')).update(signed, 'utf8').digest('hex').toUpperCase()
}

function shoppingCart(lines: AttemptToOpen['lines']): string {
  const quantity = lines.reduce((sum, line) => sum + line.quantity, 0)
  const total = Math.min(99, Math.max(1, quantity))
  return `<?xml version="1.0" encoding="utf-8"?><shoppingcart><total><totalQuantity>${total}</totalQuantity></total></shoppingcart>`
}

function billing(buyer: Buyer): string {
  const parts: [string, string][] = [
    ['FirstName', asBankTakes(buyer.firstName, 22)],
    ['LastName', asBankTakes(buyer.lastName, 22)],
    ['Address1', asBankTakes(buyer.street, 50)],
    ['ZipCode', asBankTakes(buyer.postcode, 16)],
    ['City', asBankTakes(buyer.city, 50)],
    ['CountryCode', countries.alpha2ToNumeric(buyer.country) ?? '250'],
  ]
  const address = parts.map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`).join('')
  return `<?xml version="1.0" encoding="utf-8"?><Billing><Address>${address}</Address></Billing>`
}

/** The bank's own shops send plain letters and digits, cut to these lengths; it is said to refuse others (decision 32). */
function asBankTakes(text: string, longest: number): string {
  const plain = inAscii(text.replace(/[\p{ExtPict}\p{Cs}\p{Cc}]/gu, ' ')).replace(/[^-. ,'/a-z0-9]+/gi, ' ')
  const cut = plain.replace(/ +/g, ' ').trim().slice(0, longest).trim()
  // The bank wants every one of these fields to hold something.
  return cut || 'X'
}

const EMAIL = /^[\x21-\x3f\x41-\x7e]+@[a-z0-9.-]+\.[a-z0-9-]+$/i

/** The e-mail as it is, its domain in ASCII, or none: one that was cut is somebody else's. */
function payboxEmail(email: string): string | undefined {
  const [, local = '', domain = ''] = email.match(/^(.*)@([^@]+)$/s) ?? []
  const written = `${local}@${domainToASCII(domain)}`
  return written.length >= 6 && written.length <= 120 && EMAIL.test(written) ? written : undefined
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
