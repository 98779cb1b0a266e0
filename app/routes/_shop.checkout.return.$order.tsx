import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { PAYMENT_RESULT_TITLES, PaymentResultPage, paymentResultOf } from '~/checkout/payment-result'
import { languageOf, localPath } from '~/i18n/language'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { requireLinkedOrder } from '~/orders/linked-order.server'
import { orderPath } from '~/orders/order-link.server'
import { findOrder } from '~/orders/order-queries.server'
import { settleOrderPayments } from '~/payments/settle-payment.server'
import { PERSONAL_PAGE_HEADERS } from '~/platform/personal-page-headers'
import { pageMeta } from '~/storefront/page-meta'

export const handle = { access: 'public' } satisfies RouteHandle
export const headers = () => PERSONAL_PAGE_HEADERS

/** The shopper is back from the bank, which may know more than its notification has told so far. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { order: before, token } = await requireLinkedOrder(request, context, { id: params.order })
  const language = languageOf(request)
  if (!before.paidAt) await settleOrderPayments(context, { orderId: before.id })
  const order = (await findOrder(context.db, before.id)) ?? before

  const result = paymentResultOf(order)
  if (!result) throw redirect(localPath(language, `/checkout/pay/${order.id}?token=${token}`))
  return {
    title: translator(language)(PAYMENT_RESULT_TITLES[result]),
    noindex: true,
    result,
    number: order.number,
    email: order.email,
    seePath: orderPath(order, context.env.LINK_SECRET),
    payPath: `/checkout/pay/${order.id}?token=${token}`,
    herePath: `/checkout/return/${order.id}?token=${token}`,
  }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data)

export default function ReturnRoute() {
  const { title: _, noindex: __, ...result } = useLoaderData<typeof loader>()
  return <PaymentResultPage {...result} />
}
