import { parseWithZod } from '@conform-to/zod/v4'
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { listPaperNumbers } from '~/billing/paper-queries.server'
import { formErrors } from '~/i18n/form-errors'
import { languageOf } from '~/i18n/language'
import { message } from '~/i18n/message'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { formatMoney } from '~/money/format'
import { type MoveOrderByHandOutcome, moveOrderByHand } from '~/order-desk/move-order-by-hand.server'
import { refundRest } from '~/order-desk/refund-rest.server'
import { staffForm } from '~/order-desk/staff-form'
import { StaffOrderPage } from '~/order-desk/staff-order-page'
import { markOrderLookedAt } from '~/orders/flag-order.server'
import { orderPath } from '~/orders/order-link.server'
import { findOrder, listOrderHistory } from '~/orders/order-queries.server'
import { type Actor, movesByHand } from '~/orders/order-state'
import { viewOrder } from '~/orders/order-view.server'
import { listOrderCharges } from '~/payments/charge-queries.server'
import type { RefundOrderOutcome } from '~/payments/refund-order.server'
import { isId } from '~/platform/ids.server'
import { readForm } from '~/platform/read-form.server'

export const handle = { access: { level: 7 } } satisfies RouteHandle

async function requireOrder({ params, context }: Pick<LoaderFunctionArgs, 'params' | 'context'>) {
  const order = params.id && isId(params.id) ? await findOrder(context.db, params.id) : null
  const account = await context.findAccount()
  if (!order || !account) throw new Response(null, { status: 404 })
  const actor: Actor = { kind: 'staff', accountId: account.id, level: account.level }
  return { order, actor, account }
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { order, actor } = await requireOrder({ params, context })
  const language = languageOf(request)
  const [history, payments, papers] = await Promise.all([
    listOrderHistory(context.db, order.id),
    listOrderCharges(context.db, order.id),
    listPaperNumbers(context.db, order.id),
  ])
  return {
    title: translator(language)('order-desk.title', { number: order.number }),
    order: { ...viewOrder(order, language), phone: order.shippingAddress.phone, attention: order.attention },
    history,
    payments,
    papers,
    moves: movesByHand(order.state, actor),
    customerPath: orderPath(order, context.env.LINK_SECRET),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
]

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { order, actor, account } = await requireOrder({ params, context })
  const submission = parseWithZod(await readForm(request), { schema: staffForm, error: formErrors })
  if (submission.status !== 'success') return data(submission.reply(), { status: 422 })

  const outcome = await fulfil(context, order.id, submission.value, { actor, accountId: account.id })
  if (!outcome.ok) return data(submission.reply({ formErrors: [explain(outcome)] }), { status: 409 })
  return redirect(`/admin/orders/${order.id}`, 303)
}

type Clerk = { actor: Actor; accountId: string }

function fulfil(context: AppLoadContext, orderId: string, wish: z.infer<typeof staffForm>, clerk: Clerk) {
  switch (wish.intent) {
    case 'move':
      return moveOrderByHand(context, { orderId, to: wish.to, actor: clerk.actor, reason: wish.reason })
    case 'refund':
      return refundRest(context.db, { orderId, reason: wish.reason, requestedBy: clerk.accountId })
    case 'looked':
      return markOrderLookedAt(context.db, { orderId })
  }
}

type Refusal = Exclude<MoveOrderByHandOutcome | RefundOrderOutcome, { ok: true }>

/** The state is a word of its own: the page shows it anew beside this sentence. */
function explain(refusal: Refusal): string {
  switch (refusal.reason) {
    case 'more-than-captured':
      return message('order-desk.staff.refusal.more-than-captured', {
        left: formatMoney(refusal.leftCents, 'fr'),
      })
    default:
      return `order-desk.staff.refusal.${refusal.reason}`
  }
}

export default function StaffOrderRoute() {
  const { title: _, ...page } = useLoaderData<typeof loader>()
  return <StaffOrderPage {...page} reply={useActionData<typeof action>()} />
}
