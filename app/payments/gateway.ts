import type { Language } from '~/i18n/language'
import type { Money } from '~/money/money'

export const GATEWAY_NAMES = ['stripe', 'paybox', 'sandbox'] as const
export type GatewayName = (typeof GATEWAY_NAMES)[number]

/** How the shopper's browser gets to the bank: by a link, or by posting a form that the bank asks for. */
export type Redirect = { url: string } | { form: { action: string; fields: [name: string, value: string][] } }

/**
 * All that a gateway needs to open a session. The same attempt always gives the same values, since a repeated call
 * carries the same idempotency key.
 */
export type AttemptToOpen = {
  attemptId: string
  orderNumber: string
  amount: Money
  lines: { name: string; quantity: number; cents: number }[]
  buyer: Buyer
  language: Language
  startedAt: Date
  returnUrl: string
  cancelUrl: string
}

export type Buyer = {
  email: string
  firstName: string
  lastName: string
  street: string
  postcode: string
  city: string
  /** ISO 3166-1 alpha-2. */
  country: string
}

export type OpenedSession = { sessionId: string; redirect: Redirect; expiresAt: Date }

export type OpenSessionOutcome =
  | { ok: true; session: OpenedSession }
  /** Nobody knows whether it was opened: call again with the same attempt. */
  | { ok: false; reason: 'unreachable'; detail: string }
  /** The bank is busy with the very same call: it answers, but not this copy. */
  | { ok: false; reason: 'underway'; detail: string }
  /** It certainly was not opened, and the same attempt never will be. */
  | { ok: false; reason: 'declined'; detail: string }

export type Session = {
  attemptId: string
  sessionId: string
  orderNumber: string
  startedAt: Date
  amount: Money
}

/** What the bank says it took. Its currency is text: the bank may name one that we do not sell in. */
export type BankCharge = { gatewayPaymentId: string; cents: number; currency: string }

export type SessionState =
  | { state: 'open' }
  | { state: 'confirming' }
  | { state: 'paid'; charge: BankCharge }
  | { state: 'over' }
  | { state: 'unknown' }
  /** The bank answers about something else than it was asked about. */
  | { state: 'contradictory'; detail: string }

/** 'unknown' is no answer at all: nothing may be concluded from it. */
export type CloseSessionOutcome = 'closed' | 'already-paid' | 'unknown'

export type RefundToSend = {
  refundId: string
  gatewayPaymentId: string
  orderNumber: string
  amount: Money
}

export type RefundOutcome =
  | { ok: true; gatewayRefundId: string; state: 'succeeded' | 'pending' }
  | { ok: false; reason: 'unreachable'; detail: string }
  /** It may have been made, and this bank would make a copy again: a person has to look. */
  | { ok: false; reason: 'uncertain'; detail: string }
  | { ok: false; reason: 'declined'; detail: string }

/** What a notification tells. Anything the shop takes no interest in is 'other'. */
export type News =
  | { kind: 'paid'; charge: BankCharge }
  | { kind: 'confirming' }
  /** One card was refused; the session goes on. */
  | { kind: 'card-refused'; code: string }
  /** The session ended without money. */
  | { kind: 'over'; code: string }
  | {
      kind: 'refund'
      gatewayRefundId: string
      refundId: string | null
      state: 'succeeded' | 'pending' | 'failed'
      /** What else the bank says of it, as far as it says so. */
      gatewayPaymentId: string | null
      cents: number | null
      currency: string | null
    }
  /** Rightly signed, but it does not say what its kind should say. */
  | { kind: 'unreadable'; detail: string }
  /** Rightly signed, but it says two things that cannot both be true. */
  | { kind: 'contradictory'; detail: string }
  | { kind: 'other'; type: string }

/** Everything by which a message names what it is about. It is believed only where all of it belongs together. */
export type About = {
  attemptIds: readonly string[]
  sessionId: string | null
  orderNumber: string | null
}

export const ABOUT_NOTHING: About = { attemptIds: [], sessionId: null, orderNumber: null }

export type Notification = {
  gateway: GatewayName
  /** The same for every copy of one notification. */
  eventId: string
  about: About
  news: News
  /** What was received, kept for people who look into it later. */
  received: unknown
}

export type NotificationRefusal =
  | 'not-signed'
  | 'wrong-signature'
  | 'wrong-time'
  | 'wrong-account'
  | 'malformed'
  /** It can be read in two ways. */
  | 'ambiguous'

export type NotificationReading =
  | { ok: true; notification: Notification }
  | { ok: false; reason: NotificationRefusal }

export interface Gateway {
  readonly name: GatewayName
  /** Where the shopper's browser may be sent, for the form-action of the content security policy. */
  readonly origins: readonly string[]
  /** The amounts that the bank takes at once; others it refuses, or the shop does not offer to it. */
  readonly takes: { leastCents: number; mostCents: number }
  /** How long a session may stay unpaid before the shop closes it. */
  readonly patienceMinutes: number
  /** How long a session may be shown again to a shopper who comes back, so that enough of its life is left. */
  readonly reuseMinutes: number
  /** Whether asking twice for one refund pays back once. */
  readonly refundsAreRepeatable: boolean
  openSession(attempt: AttemptToOpen): Promise<OpenSessionOutcome>
  closeSession(session: Session): Promise<CloseSessionOutcome>
  askSession(session: Session): Promise<SessionState>
  refund(refund: RefundToSend): Promise<RefundOutcome>
  /** Reads the bytes exactly as they came; nothing is parsed before the signature was found right. */
  readNotification(raw: Uint8Array, headers: Headers): NotificationReading
}
