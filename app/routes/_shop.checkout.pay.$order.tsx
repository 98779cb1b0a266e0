import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { beginPayment, payPath, returnPath } from '~/checkout/begin-payment.server'
import { payForm } from '~/checkout/checkout-forms'
import { CheckoutLayout } from '~/checkout/checkout-layout'
import { PayStep, WaitsForStaff } from '~/checkout/pay-step'
import { explainPayment, readCarriedProblem } from '~/checkout/payment-problem'
import { formErrors } from '~/i18n/form-errors'
import { languageOf, localPath } from '~/i18n/language'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { countKept } from '~/inventory/stock-queries.server'
import { cancelOrder } from '~/order-desk/cancel-order.server'
import { explainCancelling } from '~/order-desk/explain-cancelling'
import { requireLinkedOrder } from '~/orders/linked-order.server'
import { orderPath } from '~/orders/order-link.server'
import { isUnpaid } from '~/orders/order-state'
import { viewOrder } from '~/orders/order-view.server'
import { findOpenAttempt } from '~/payments/attempt-queries.server'
import { gatewaysTaking } from '~/payments/gateways-taking'
import { PERSONAL_PAGE_HEADERS } from '~/platform/personal-page-headers'
import { readForm } from '~/platform/read-form.server'
import { refusedWith } from '~/platform/refused-with'
import { pageMeta } from '~/storefront/page-meta'
import { FormErrors } from '~/ui/form-errors'

export const handle = { access: 'public' } satisfies RouteHandle
export const headers = () => PERSONAL_PAGE_HEADERS

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { order } = await requireLinkedOrder(request, context, { id: params.order })
  const language = languageOf(request)
  if (!isUnpaid(order.state)) throw redirect(localPath(language, orderPath(order, context.env.LINK_SECRET)))

  const query = new URL(request.url).searchParams
  const attempt = await findOpenAttempt(context.db, order.id)
  return {
    title: translator(language)('checkout.pay.title', { number: order.number }),
    noindex: true,
    order: viewOrder(order, language),
    keptUnits: await countKept(context.db, { holder: 'order', holderId: order.id }),
    gateways: gatewaysTaking(context.gateways, order.totalCents),
    open: attempt?.redirect ? { gateway: attempt.gateway, redirect: attempt.redirect } : null,
    goesOn: query.get('go') === '1',
    problem: readCarriedProblem(query.get('problem')),
  }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data)

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { order, token } = await requireLinkedOrder(request, context, { id: params.order })
  const language = languageOf(request)
  const submission = parseWithZod(await readForm(request), { schema: payForm, error: formErrors })
  if (submission.status !== 'success') return data(submission.reply(), { status: 422 })

  if (submission.value.intent === 'cancel') {
    const outcome = await cancelOrder(context, { orderId: order.id, actor: { kind: 'customer' } })
    if (!outcome.ok)
      return data(submission.reply({ formErrors: [explainCancelling(outcome)] }), { status: 409 })
    throw redirect(localPath(language, orderPath(order, context.env.LINK_SECRET)), 303)
  }

  const paths = { orderId: order.id, token, language }
  const { gateway } = submission.value
  const begun = await beginPayment(context, {
    ...paths,
    gateway,
    clientIp: context.clientIp,
  })
  if (begun.ok) throw redirect('url' in begun.redirect ? begun.redirect.url : `${payPath(paths)}&go=1`, 303)
  if (begun.reason === 'already-paid') throw redirect(returnPath(paths), 303)
  return data(submission.reply({ formErrors: [explainPayment(begun)] }), refusedWith(begun))
}

export default function PayRoute() {
  const { title, order, problem, ...paying } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>() ?? (problem ? { error: { '': [problem] } } : undefined)
  return (
    <CheckoutLayout step="payment" title={title} summary={order} isPlaced>
      <FormErrors of={reply} className="mb-6" />
      {order.awaitsValidation ? <WaitsForStaff /> : <PayStep {...order} {...paying} />}
    </CheckoutLayout>
  )
}
