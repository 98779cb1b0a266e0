import type { RefundOutcome, RefundToSend, Session, SessionState } from '../gateway'
import { type PayboxAccount, payboxPaymentId, payboxReference } from './paybox-form'

export type PayboxDirectSettings = { url: string; key: string; account: PayboxAccount; timeoutMs?: number }

const REFUND = '00014'
const LOOK_UP = '00011'
const NOT_FOUND = '00018'

type Answer = { isSent: boolean; fields?: URLSearchParams; detail: string }

/** The bank's line from server to server: asking for a transaction, and giving money back. */
export async function askPayboxDirect(
  settings: PayboxDirectSettings,
  session: Session,
): Promise<SessionState> {
  const { fields } = await call(settings, LOOK_UP, {
    MONTANT: String(session.amount.cents).padStart(10, '0'),
    REFERENCE: payboxReference(session.orderNumber, session.attemptId),
  })
  const code = fields?.get('CODEREPONSE')
  if (code === NOT_FOUND) return { state: 'open' }
  if (code !== '00000' || !fields?.get('NUMTRANS')) return { state: 'unknown' }
  const gatewayPaymentId = payboxPaymentId(fields.get('NUMTRANS') ?? '', fields.get('NUMAPPEL') ?? '')
  return { state: 'paid', charge: { gatewayPaymentId, cents: session.amount.cents, currency: 'EUR' } }
}

/** Paybox knows no idempotency key: after a lost answer nobody may simply ask again. */
export async function refundByPayboxDirect(
  settings: PayboxDirectSettings,
  { gatewayPaymentId, orderNumber, amount }: RefundToSend,
): Promise<RefundOutcome> {
  const [transaction = '', callNumber = ''] = gatewayPaymentId.split('.')
  const { isSent, fields, detail } = await call(settings, REFUND, {
    MONTANT: String(amount.cents).padStart(10, '0'),
    REFERENCE: orderNumber,
    NUMTRANS: transaction.padStart(10, '0'),
    NUMAPPEL: callNumber.padStart(10, '0'),
  })
  const code = fields?.get('CODEREPONSE')
  if (code === '00000')
    return { ok: true, gatewayRefundId: fields?.get('NUMTRANS') ?? transaction, state: 'succeeded' }
  if (code)
    return { ok: false, reason: 'declined', detail: `${code} ${fields?.get('COMMENTAIRE') ?? ''}`.trim() }
  return { ok: false, reason: isSent ? 'uncertain' : 'unreachable', detail }
}

async function call(
  { url, key, account, timeoutMs = 5_000 }: PayboxDirectSettings,
  type: string,
  about: Record<string, string>,
): Promise<Answer> {
  const question = { SITE: account.site, RANG: account.rang, NUMQUESTION: questionNumber() }
  const body = new URLSearchParams({
    ...question,
    VERSION: '00104',
    TYPE: type,
    CLE: key,
    DEVISE: '978',
    ACTIVITE: '024',
    DATEQ: dayAndTime(new Date()),
    ...about,
  })
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!response.ok) return { isSent: true, detail: `the bank answered ${response.status}` }
    const fields = new URLSearchParams(await response.text())
    if (!answers(question, fields)) return { isSent: true, detail: 'the bank answered another question' }
    return { isSent: true, fields, detail: '' }
  } catch (fault) {
    if (!isOfTheNetwork(fault)) throw fault
    return { isSent: !isRefusedConnection(fault), detail: fault.message }
  }
}

/** What the bank repeats of a question has to be what was asked; it leaves out what it could not read. */
function answers(question: Record<string, string>, fields: URLSearchParams): boolean {
  return Object.entries(question).every(([name, asked]) => {
    const repeated = fields.get(name)
    return !repeated || Number(repeated) === Number(asked)
  })
}

/** `fetch` tells an unreachable bank as a TypeError with a cause, a request that cannot be made as one of a wrong URL. */
function isOfTheNetwork(fault: unknown): fault is Error {
  if (!(fault instanceof Error)) return false
  return (
    fault.name === 'TimeoutError' ||
    (fault.cause instanceof Error && codeOf(fault.cause) !== 'ERR_INVALID_URL')
  )
}

function isRefusedConnection({ cause }: Error): boolean {
  return /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/.test(codeOf(cause))
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : ''
}

/** Ten digits, never the same twice within a day. */
function questionNumber(): string {
  const millisecondOfDay = Date.now() % 86_400_000
  return String(millisecondOfDay * 100 + Math.floor(Math.random() * 100)).padStart(10, '0')
}

function dayAndTime(now: Date): string {
  const [date = '', time = ''] = now.toISOString().split('T')
  return `${date.split('-').reverse().join('')}${time.slice(0, 8).replaceAll(':', '')}`
}
