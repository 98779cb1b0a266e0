import type { AccountNews } from '~/identity/recipient-queries.server'
import type { MailKind } from '~/mails/mail-kinds'
import type { Announcements } from '~/platform/queue.server'
import type { Job } from './jobs'

type Reactions = { [Type in keyof Announcements]: (told: Announcements[Type]) => Job[] }

/** What follows what. Each announcement is made in the transaction of what it tells; this happens soon after. */
export const reactions: Reactions = {
  'account.registration-asked': ({ registrationId: id }) => [accountMail({ kind: 'registration', id })],
  'account.email-in-use': ({ accountId: id }) => [accountMail({ kind: 'email-in-use', id })],
  'account.opened': ({ accountId: id }) => [accountMail({ kind: 'opened', id })],
  'account.link-opened': ({ linkId: id, purpose: kind }) => [accountMail({ kind, id })],
  'account.password-changed': ({ accountId: id }) => [accountMail({ kind: 'password-changed', id })],
  'account.email-changed': ({ accountId: id, earlierEmail }) => [
    accountMail({ kind: 'email-changed', id, earlierEmail }),
  ],
  'order.validated': ({ orderId }) => [mail(orderId, 'payable')],
  'order.paid': ({ orderId }) => [mail(orderId, 'confirmation')],
  'order.payment-failed': ({ orderId }) => [mail(orderId, 'payment-failed')],
  'order.cancelled': ({ orderId }) => [mail(orderId, 'cancelled')],
  'order.refunded': () => [],
  'catalog.product-changed': ({ productIds }) =>
    productIds.map((id) => ({
      name: 'index-products',
      payload: { productIds: [id] },
      key: `index-products:${id}`,
    })),
  'catalog.much-changed': () => [{ name: 'renew-catalog', payload: {}, key: 'renew-catalog' }],
  'stock.changed': ({ variantIds }) =>
    variantIds.map((id) => ({
      name: 'index-stock',
      payload: { variantIds: [id] },
      key: `index-stock:${id}`,
    })),
  'payment.doubted': ({ attemptId }) => [
    { name: 'ask-about-payment', payload: { attemptId }, key: `ask-about-payment:${attemptId}` },
  ],
  'payment.refund-due': () => [{ name: 'send-refunds', payload: {}, key: 'send-refunds' }],
  'payment.refunded': ({ orderId, ...refund }) => [mail(orderId, 'refunded', refund)],
  'payment.late': ({ orderId, ...refund }) => [mail(orderId, 'refunded-late', refund)],
  'payment.sandbox-owes-news': (told) => [{ name: 'notify-from-sandbox-bank', payload: told }],
  'payment.attention': (alert) => [{ name: 'alert-staff', payload: alert }],
}

function mail(orderId: string, kind: MailKind, refund?: { refundId: string; amountCents: number }): Job {
  return {
    name: 'send-order-mail',
    payload: { orderId, kind, refund },
    key: ['mail', kind, orderId, refund?.refundId].filter(Boolean).join(':'),
  }
}

function accountMail(news: AccountNews): Job {
  return { name: 'send-account-mail', payload: news, key: `mail:${news.kind}:${news.id}` }
}
