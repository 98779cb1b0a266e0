import type { MessageKey } from '~/i18n/message'
import type { CancelOrderOutcome } from './cancel-order.server'

/** Why an order was not cancelled, in words for its customer. */
export function explainCancelling(refusal: Exclude<CancelOrderOutcome, { ok: true }>): MessageKey {
  switch (refusal.reason) {
    case 'unknown-order':
      return 'order-desk.cancelRefusal.not-allowed'
    default:
      return `order-desk.cancelRefusal.${refusal.reason}`
  }
}
