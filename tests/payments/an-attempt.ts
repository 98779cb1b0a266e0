import type { AttemptToOpen, Session } from '~/payments/gateway'
import { newId } from '~/platform/ids.server'

/** An attempt as a gateway is told of it, for tests that need no order. */
export function anAttemptToOpen(over: Partial<AttemptToOpen> = {}): AttemptToOpen {
  return {
    attemptId: newId(),
    orderNumber: 'C-2026-000042',
    amount: { cents: 4990, currency: 'EUR' },
    lines: [
      { name: 'Disque de frein', quantity: 2, cents: 4000 },
      { name: 'Livraison', quantity: 1, cents: 990 },
    ],
    buyer: {
      email: 'claire@example.com',
      firstName: 'Claire',
      lastName: 'Dubois',
      street: '3 rue de la Paix',
      postcode: '75002',
      city: 'Paris',
      country: 'FR',
    },
    language: 'fr',
    startedAt: new Date(),
    returnUrl: 'http://shop.test/checkout/return/1?token=a',
    cancelUrl: 'http://shop.test/checkout/pay/1?token=a',
    ...over,
  }
}

export function sessionOfAttempt(attempt: AttemptToOpen, sessionId: string): Session {
  const { attemptId, orderNumber, startedAt, amount } = attempt
  return { attemptId, orderNumber, startedAt, amount, sessionId }
}
