import { createHash, type KeyObject, verify } from 'node:crypto'
import { areAmbiguous } from '~/platform/ambiguous-names'
import type { News, NotificationReading } from '../gateway'
import { aboutReference, payboxPaymentId } from './paybox-form'

const SIGNATURE = '&Sign='

/** The refusals after which the bank's page is over. Others refuse one card: another may be accepted on the same page. */
const PAGE_IS_OVER: ReadonlySet<string> = new Set([
  '00001', // cancelled, or the authorisation centre could not be reached
  '00003', // fault of the platform
  '00006', // site, rank or identifier not known
  '00009', // the subscriber could not be made
  '00010', // currency not known
  '00011', // amount not right
  '00030', // more than fifteen minutes on the page
  '00033', // country not allowed
])

/** 00015: this reference was paid before; 99999: the card's issuer has yet to answer. Both mean: ask again later. */
const STILL_WAITING: ReadonlySet<string> = new Set(['00015', '99999'])

/**
 * Reads the bank's call (IPN) from its query or body, exactly as received. The bank signs everything before `&Sign=`
 * with RSA over SHA-1, its own choice; a call without signature, or with anything behind it, proves nothing.
 */
export function readPayboxNotification(
  raw: Uint8Array,
  publicKeys: readonly KeyObject[],
): NotificationReading {
  const text = Buffer.from(raw).toString('latin1')
  if (areAmbiguous(new URLSearchParams(text).keys())) return { ok: false, reason: 'ambiguous' }
  const cut = text.lastIndexOf(SIGNATURE)
  if (cut < 1) return { ok: false, reason: 'not-signed' }

  const signed = text.slice(0, cut)
  const signature = readBase64(text.slice(cut + SIGNATURE.length))
  if (!signature || !isSigned(signed, signature, publicKeys)) return { ok: false, reason: 'wrong-signature' }

  const fields = new URLSearchParams(signed)
  return {
    ok: true,
    notification: {
      gateway: 'paybox',
      eventId: createHash('sha256').update(signed, 'latin1').digest('hex'),
      about: aboutReference(fields.get('Ref') ?? ''),
      news: tell(fields),
      received: Object.fromEntries(fields),
    },
  }
}

function readBase64(urlEncoded: string): Buffer | undefined {
  let text: string
  try {
    text = decodeURIComponent(urlEncoded)
  } catch {
    return undefined
  }
  if (!/^[A-Za-z0-9+/]{40,700}={0,2}$/.test(text)) return undefined
  return Buffer.from(text, 'base64')
}

/** While the bank exchanges its key for another, calls are signed with either. */
function isSigned(signed: string, signature: Buffer, publicKeys: readonly KeyObject[]): boolean {
  const bytes = Buffer.from(signed, 'latin1')
  return publicKeys.some((publicKey) => verify('sha1', bytes, publicKey, signature))
}

function tell(fields: URLSearchParams): News {
  const code = fields.get('Erreur') ?? ''
  if (!/^\d{5}$/.test(code))
    return { kind: 'unreadable', detail: `Erreur is ${JSON.stringify(code.slice(0, 20))}` }
  if (STILL_WAITING.has(code)) return { kind: 'confirming' }
  if (PAGE_IS_OVER.has(code)) return { kind: 'over', code }
  if (code !== '00000') return { kind: 'card-refused', code }

  const authorisation = fields.get('Auto')?.trim()
  const cents = fields.get('Mt') ?? ''
  if (!authorisation) return { kind: 'unreadable', detail: 'accepted without an authorisation number' }
  if (!/^\d{1,9}$/.test(cents)) return { kind: 'unreadable', detail: 'accepted without an amount' }
  return {
    kind: 'paid',
    charge: { gatewayPaymentId: paymentIdOf(fields), cents: Number(cents), currency: 'EUR' },
  }
}

function paymentIdOf(fields: URLSearchParams): string {
  const transaction = fields.get('Trans')
  if (transaction) return payboxPaymentId(transaction, fields.get('Appel') ?? '')
  return `${fields.get('Ref') ?? ''}.${fields.get('Auto') ?? ''}`.slice(0, 255)
}
