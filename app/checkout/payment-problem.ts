import { message } from '~/i18n/message'
import type { StartPaymentOutcome } from '~/payments/start-payment.server'

export type PaymentRefusal = Exclude<StartPaymentOutcome, { ok: true }>

/** Why the bank's page did not open, in words for the shopper. */
export function explainPayment(refusal: PaymentRefusal): string {
  switch (refusal.reason) {
    case 'gateway-unreachable':
      return 'checkout.paymentProblem.unreachable'
    case 'gateway-declined':
      return 'checkout.paymentProblem.declined'
    case 'superseded':
      return 'checkout.paymentProblem.superseded'
    case 'too-many-refusals':
      return message('checkout.paymentProblem.tooMany', { count: Math.ceil(refusal.retryAfterSeconds / 60) })
    case 'unknown-gateway':
      return 'checkout.paymentProblem.unknownGateway'
    case 'unknown-order':
    case 'not-payable':
    case 'already-paid':
      return 'checkout.paymentProblem.notPayable'
  }
}

const CARRIED = ['unreachable', 'declined', 'superseded', 'notPayable', 'unknownGateway'] as const

/** The review page sends its problem along to the payment page, as one word of a list and never as a text. */
export function carriedProblem(refusal: PaymentRefusal): string {
  return explainPayment(refusal).split('.').at(-1) ?? ''
}

export function readCarriedProblem(word: string | null): string | null {
  const problem = CARRIED.find((known) => known === word)
  return problem ? `checkout.paymentProblem.${problem}` : null
}
