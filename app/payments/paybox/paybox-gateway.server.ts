import { createPublicKey } from 'node:crypto'
import type {
  AttemptToOpen,
  CloseSessionOutcome,
  Gateway,
  OpenSessionOutcome,
  RefundOutcome,
  RefundToSend,
  Session,
  SessionState,
} from '../gateway'
import { askPayboxDirect, type PayboxDirectSettings, refundByPayboxDirect } from './paybox-direct.server'
import { PAGE_SECONDS, type PayboxAccount, payboxFields } from './paybox-form'
import { readPayboxNotification } from './paybox-notification.server'

export type PayboxSettings = {
  account: PayboxAccount
  /** The shop's own URL, for the bank's call. */
  origin: string
  /** The shop's own e-mail, for receipts that the bank cannot send to the shopper. */
  receiptsTo: string
  pageUrl?: string | undefined
  /** PEM; Paybox's own where none is given, several while one is exchanged for another. */
  publicKeys?: readonly string[] | undefined
  direct?: Omit<PayboxDirectSettings, 'account'> | undefined
}

const PAGE_URL = 'https://tpeweb.paybox.com/php/'

/** The key that Paybox publishes for checking its calls. */
export const PAYBOX_PUBLIC_KEY = `-----BEGIN PUBLIC KEY-----
MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDe+hkicNP7ROHUssGNtHwiT2Ew
HFrSk/qwrcq8v5metRtTTFPE/nmzSkRnTs3GMpi57rBdxBBJW5W9cpNyGUh0jNXc
VrOSClpD5Ri2hER/GcNrxVRP7RlWOqB1C03q4QYmwjHZ+zlM4OUhCCAtSWflB4wC
Ka1g88CjFwRw/PB9kwIDAQAB
-----END PUBLIC KEY-----
`

/** Paybox (Verifone e-Transactions): a signed form takes the shopper to the bank, a signed call tells the outcome. */
export function openPayboxGateway(settings: PayboxSettings): Gateway {
  const { account, pageUrl = PAGE_URL } = settings
  const publicKeys = (settings.publicKeys ?? [PAYBOX_PUBLIC_KEY]).map((pem) => createPublicKey(pem))
  const direct = settings.direct && { ...settings.direct, account }
  return {
    name: 'paybox',
    origins: settings.pageUrl
      ? [new URL(settings.pageUrl).origin]
      : ['https://tpeweb.paybox.com', 'https://tpeweb1.paybox.com'],
    takes: { leastCents: 1, mostCents: 99_999_999 },
    // The page ends by itself after fifteen minutes; the rest is grace for a late call.
    patienceMinutes: 35,
    reuseMinutes: 10,
    refundsAreRepeatable: false,
    openSession: async (attempt) => openSession(attempt, settings, pageUrl),
    closeSession: (session) => closeSession(session, direct),
    askSession: (session) => askSession(session, direct),
    refund: (refund) => sendRefund(refund, direct),
    readNotification: (raw) => readPayboxNotification(raw, publicKeys),
  }
}

/** Opening asks nobody: the signed form is the session, and the bank meets it when the shopper posts it. */
function openSession(
  attempt: AttemptToOpen,
  { account, origin, receiptsTo }: PayboxSettings,
  action: string,
): OpenSessionOutcome {
  const fields = payboxFields(attempt, account, { notificationUrl: `${origin}/webhooks/paybox`, receiptsTo })
  return {
    ok: true,
    session: {
      sessionId: attempt.attemptId,
      redirect: { form: { action, fields } },
      expiresAt: new Date(attempt.startedAt.getTime() + 2 * PAGE_SECONDS * 1000),
    },
  }
}

type Direct = PayboxDirectSettings | undefined

/**
 * Paybox cannot close a page, so it is waited out. Then the bank is asked, where the shop has a line to it; where it has
 * none, an ended page without a call means no payment, and a payment told later still is refunded.
 */
async function closeSession(session: Session, direct: Direct): Promise<CloseSessionOutcome> {
  if (!isOver(session)) return 'unknown'
  if (!direct) return 'closed'
  const { state } = await askPayboxDirect(direct, session)
  if (state === 'paid') return 'already-paid'
  return state === 'open' ? 'closed' : 'unknown'
}

async function askSession(session: Session, direct: Direct): Promise<SessionState> {
  if (!direct) return { state: isOver(session) ? 'over' : 'unknown' }
  const answer = await askPayboxDirect(direct, session)
  return answer.state === 'open' && isOver(session) ? { state: 'over' } : answer
}

/** A form may be posted until the session ends, and its page then stays open for as long again. */
function isOver({ startedAt }: Session): boolean {
  return Date.now() > startedAt.getTime() + 2 * PAGE_SECONDS * 1000
}

async function sendRefund(refund: RefundToSend, direct: Direct): Promise<RefundOutcome> {
  if (!direct)
    return { ok: false, reason: 'declined', detail: 'no direct line to Paybox is configured: refund there' }
  return refundByPayboxDirect(direct, refund)
}
