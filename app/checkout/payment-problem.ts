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
      return message('checkout.paymentProblem.tooMany', { count: minutesOf(refusal) })
    case 'too-many-payments':
      return message('checkout.paymentProblem.tooOften', { count: minutesOf(refusal) })
    case 'no-time-left':
      return 'checkout.paymentProblem.noTimeLeft'
    case 'amount-not-taken':
      return 'checkout.paymentProblem.amount'
    case 'unknown-gateway':
      return 'checkout.paymentProblem.unknownGateway'
    case 'unknown-order':
    case 'not-payable':
    case 'already-paid':
      return 'checkout.paymentProblem.notPayable'
  }
}

const minutesOf = ({ retryAfterSeconds }: { retryAfterSeconds: number }) => Math.ceil(retryAfterSeconds / 60)

const CARRIED = [
  'unreachable',
  'declined',
  'superseded',
  'notPayable',
  'unknownGateway',
  'amount',
  'noTimeLeft',
  'tooMany',
  'tooOften',
] as const
const LONGEST_WAIT_MINUTES = 24 * 60

/** The review page sends its problem along to the payment page, as one word of a list and never as a text. */
export function carriedProblem(refusal: PaymentRefusal): string {
  const word = explainPayment(refusal).match(/paymentProblem\.(\w+)/)?.[1] ?? ''
  return 'retryAfterSeconds' in refusal ? `${word}-${minutesOf(refusal)}` : word
}

export function readCarriedProblem(carried: string | null): string | null {
  const [word, minutes] = carried?.split('-') ?? []
  const problem = CARRIED.find((known) => known === word)
  if (!problem) return null
  const count = Math.min(Math.max(1, Number.parseInt(minutes ?? '', 10) || 1), LONGEST_WAIT_MINUTES)
  return problem === 'tooMany' || problem === 'tooOften'
    ? message(`checkout.paymentProblem.${problem}`, { count })
    : `checkout.paymentProblem.${problem}`
}
