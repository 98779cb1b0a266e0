import type { MailKind } from '~/mails/mail-tables.server'
import type { Announcements } from '~/platform/queue.server'
import type { Job } from './jobs'

type Reactions = { [Type in keyof Announcements]: (told: Announcements[Type]) => Job[] }

/** What follows what. Each announcement is made in the transaction of what it tells; this happens soon after. */
export const reactions: Reactions = {
  'order.placed': () => [],
  'order.paid': ({ orderId }) => [mail(orderId, 'confirmation')],
  'order.payment-failed': ({ orderId }) => [mail(orderId, 'payment-failed')],
  'order.cancelled': ({ orderId }) => [mail(orderId, 'cancelled')],
  'order.refunded': () => [],
}

function mail(
  orderId: string,
  kind: Extract<Job, { name: 'send-order-mail' }>['payload']['kind'],
  about?: string,
): Job {
  return {
    name: 'send-order-mail',
    payload: { orderId, kind, about },
    key: ['mail', kind, orderId, about].filter(Boolean).join(':'),
  }
}
