import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { findInvoice } from '~/billing/paper-queries.server'
import { payOrSeePath } from '~/checkout/checkout-session.server'
import { languageOf, localPath } from '~/i18n/language'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { countKept } from '~/inventory/stock-queries.server'
import { cancelOrder } from '~/order-desk/cancel-order.server'
import { explainCancelling } from '~/order-desk/explain-cancelling'
import { OrderPage } from '~/order-desk/order-page'
import { requireLinkedOrder } from '~/orders/linked-order.server'
import { orderPath } from '~/orders/order-link.server'
import { listOrderHistory } from '~/orders/order-queries.server'
import { canBecome, isUnpaid } from '~/orders/order-state'
import { viewOrder } from '~/orders/order-view.server'
import { PERSONAL_PAGE_HEADERS } from '~/platform/personal-page-headers'
import { pageMeta } from '~/storefront/page-meta'

export const handle = { access: 'public' } satisfies RouteHandle
export const headers = () => PERSONAL_PAGE_HEADERS

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { order } = await requireLinkedOrder(request, context, { number: params.number })
  const language = languageOf(request)
  const [history, invoice, keptUnits] = await Promise.all([
    listOrderHistory(context.db, order.id),
    findInvoice(context.db, order.id),
    countKept(context.db, { holder: 'order', holderId: order.id }),
  ])
  return {
    title: translator(language)('order-desk.title', { number: order.number }),
    noindex: true,
    order: viewOrder(order, language),
    moves: history.map(({ seq, to, at }) => ({ seq, to, at })),
    invoice: invoice?.label ?? null,
    keptUnits,
    payPath: isUnpaid(order.state) ? payOrSeePath(order, context.env.LINK_SECRET) : null,
    canCancel: canBecome(order.state, 'cancelled', { kind: 'customer' }),
  }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data)

/** The page's one form gives the order up. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { order } = await requireLinkedOrder(request, context, { number: params.number })
  const outcome = await cancelOrder(context, { orderId: order.id, actor: { kind: 'customer' } })
  if (!outcome.ok) return data({ error: { '': [explainCancelling(outcome)] } }, { status: 409 })
  return redirect(localPath(languageOf(request), orderPath(order, context.env.LINK_SECRET)), 303)
}

export default function OrderRoute() {
  const { title: _, noindex: __, ...page } = useLoaderData<typeof loader>()
  return <OrderPage {...page} reply={useActionData<typeof action>()} />
}
