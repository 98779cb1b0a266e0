import type { TaskList } from 'graphile-worker'
import { forgetOldCarts } from '~/cart/forget-old-carts.server'
import { forgetExpiredSessions } from '~/identity/sessions.server'
import { releaseExpiredReservations } from '~/inventory/release-reservations.server'
import { alertStaff } from '~/mails/alert-staff.server'
import { sendAccountMail } from '~/mails/send-account-mail.server'
import { sendOrderMail } from '~/mails/send-order-mail.server'
import { closeOverduePayments } from '~/payments/close-payments.server'
import { forgetOldNotifications } from '~/payments/forget-old-notifications.server'
import { notifyFromSandboxBank } from '~/payments/sandbox-bank.server'
import { sendPendingRefunds } from '~/payments/send-pending-refunds.server'
import { askOpenPayments, settleForCertain } from '~/payments/settle-payment.server'
import { giveBackJobsOfTheDead } from '~/platform/worker-locks.server'
import { forgetOldSearches } from '~/search/forget-old-searches.server'
import { indexProducts, indexSales, indexStock, keepIndex } from '~/search/index-products.server'
import type { Shop } from '~/shop.server'
import { renewCatalog } from '~/transfers/renew-catalog.server'
import type { Jobs } from './jobs'
import { react } from './react.server'

type Tasks = { [Name in keyof Jobs]: (payload: Jobs[Name]) => Promise<unknown> }

/** Each job is one call to a room, and harmless when it runs twice. */
export function tasksOf(shop: Shop): TaskList {
  const tasks: Tasks = {
    react: (announcement) => react(shop.db, announcement),
    'release-reservations': () => releaseExpiredReservations(shop.db),
    'forget-old-carts': () => forgetOldCarts(shop.db),
    'forget-expired-sessions': () => forgetExpiredSessions(shop.db),
    'forget-old-searches': () => forgetOldSearches(shop.db),
    'forget-old-notifications': () => forgetOldNotifications(shop.db),
    'close-overdue-payments': () => closeOverduePayments(shop),
    'ask-open-payments': () => askOpenPayments(shop),
    'ask-about-payment': (told) => settleForCertain(shop, told),
    'send-refunds': () => sendPendingRefunds(shop),
    'notify-from-sandbox-bank': (told) => notifyFromSandboxBank(shop, told),
    'send-order-mail': (mail) => sendOrderMail(shop, mail),
    'send-account-mail': (news) => sendAccountMail(shop, news),
    'alert-staff': (alert) => alertStaff(shop, alert),
    'index-products': (changed) => indexProducts(shop, changed),
    'index-stock': (changed) => indexStock(shop, changed),
    'index-sales': () => indexSales(shop),
    'keep-index': () => keepIndex(shop),
    'renew-catalog': () => renewCatalog(shop),
    'give-back-jobs': () => giveBackJobsOfTheDead(shop.db),
  }
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      // The payload was written by enqueue under the same name.
      async (payload: unknown) => void (await (task as (payload: unknown) => Promise<unknown>)(payload)),
    ]),
  )
}
