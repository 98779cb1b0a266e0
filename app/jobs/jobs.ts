import type { AccountNews } from '~/identity/recipient-queries.server'
import type { StaffAlert } from '~/mails/alert-staff.server'
import type { MailToSend } from '~/mails/send-order-mail.server'
import type { Announcement } from '~/platform/queue.server'

type Nothing = Record<string, never>

/**
 * Every job and what it is told. When you add one, say in tasks.server.ts what it calls, and in reactions.server.ts or
 * crontab.ts what it follows.
 */
export type Jobs = {
  react: Announcement
  'release-reservations': Nothing
  'forget-old-carts': Nothing
  'forget-expired-sessions': Nothing
  'forget-old-searches': Nothing
  'forget-old-notifications': Nothing
  'close-overdue-payments': Nothing
  'ask-open-payments': Nothing
  'ask-about-payment': { attemptId: string }
  'send-refunds': Nothing
  'notify-from-sandbox-bank': { paymentId: string }
  'send-order-mail': MailToSend
  'send-account-mail': AccountNews
  'alert-staff': StaffAlert
  'index-products': { productIds: number[] }
  'index-stock': { variantIds: number[] }
  'index-sales': Nothing
  'keep-index': Nothing
  'renew-catalog': Nothing
  'give-back-jobs': Nothing
}

/** What may be enqueued: a job with what it is told. `key`: one waiting job per key, a second one replaces it. */
export type Job = {
  [Name in keyof Jobs]: { name: Name; payload: Jobs[Name]; key?: string; runAt?: Date }
}[keyof Jobs]
