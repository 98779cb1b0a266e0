import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { beginPayment, payPath, returnPath } from '~/checkout/begin-payment.server'
import { reviewForm } from '~/checkout/checkout-forms'
import { CheckoutLayout } from '~/checkout/checkout-layout'
import { requireCart, requirePricedCheckout } from '~/checkout/checkout-session.server'
import { STEP_PATHS } from '~/checkout/checkout-steps'
import { carriedProblem } from '~/checkout/payment-problem'
import { type PlaceOrderOutcome, placeOrder } from '~/checkout/place-order.server'
import { reviewOf } from '~/checkout/review-of.server'
import { ReviewStep } from '~/checkout/review-step'
import { summaryOf } from '~/checkout/summary.server'
import { formErrors } from '~/i18n/form-errors'
import { localPath } from '~/i18n/language'
import { message } from '~/i18n/message'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { orderToken } from '~/orders/order-link.server'
import { gatewaysTaking } from '~/payments/gateways-taking'
import { PERSONAL_PAGE_HEADERS } from '~/platform/personal-page-headers'
import { readForm } from '~/platform/read-form.server'
import { refusedWith } from '~/platform/refused-with'
import { pageMeta } from '~/storefront/page-meta'

export const handle = { access: 'public' } satisfies RouteHandle
export const headers = () => PERSONAL_PAGE_HEADERS

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requirePricedCheckout(request, context, 'review')
  const review = await reviewOf(context.db, session)
  if (!review) throw redirect(localPath(session.language, STEP_PATHS.delivery))
  return {
    title: translator(session.language)('checkout.review.title'),
    noindex: true,
    review,
    gateways: gatewaysTaking(context.gateways, review.totalCents),
    summary: summaryOf(session.priced, { isDeliveryChosen: true, language: session.language }),
  }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data)

export async function action({ request, context }: ActionFunctionArgs) {
  const { cart, language } = await requireCart(request, context)
  const account = await context.findAccount()
  const submission = parseWithZod(await readForm(request), { schema: reviewForm, error: formErrors })
  if (submission.status !== 'success')
    return data({ reply: submission.reply(), totalBefore: null }, { status: 422 })

  const { agreedTo, seenTotalCents, gateway } = submission.value
  // Said before the order is placed; the bank's own room asks again with the order's total.
  if (gateway && !gatewaysTaking(context.gateways, seenTotalCents).offered.includes(gateway)) {
    const fieldErrors = { gateway: ['checkout.paymentProblem.amount'] }
    return data({ reply: submission.reply({ fieldErrors }), totalBefore: null }, { status: 422 })
  }
  const placed = await placeOrder(context.db, { cartId: cart.id, agreedTo, language, account })
  if (!placed.ok) {
    const formError = explain(placed)
    return data(
      {
        reply: submission.reply(formError ? { formErrors: [formError] } : {}),
        totalBefore: placed.reason === 'changed' ? seenTotalCents : null,
      },
      refusedWith(placed),
    )
  }

  const { orderId, linkSalt } = placed
  const token = orderToken({ id: orderId, linkSalt }, context.env.LINK_SECRET)
  const paths = { orderId, token, language }
  if (placed.isPaid) throw redirect(returnPath(paths))
  if (!gateway) throw redirect(payPath(paths))

  const begun = await beginPayment(context, {
    ...paths,
    gateway,
    clientIp: context.clientIp,
  })
  if (!begun.ok) {
    if (begun.reason === 'already-paid') throw redirect(returnPath(paths))
    throw redirect(`${payPath(paths)}&problem=${carriedProblem(begun)}`, 303)
  }
  throw redirect('url' in begun.redirect ? begun.redirect.url : `${payPath(paths)}&go=1`, 303)
}

type Refusal = Exclude<PlaceOrderOutcome, { ok: true }>

function explain(refusal: Refusal): string | null {
  switch (refusal.reason) {
    // Said by a notice of its own, with both totals.
    case 'changed':
      return null
    case 'promo-refused':
      return 'checkout.errors.promoRefused'
    case 'not-enough-stock': {
      const { name, available: count } = refusal
      return count > 0
        ? message('checkout.errors.onlySomeLeft', { name, count })
        : message('checkout.errors.soldOut', { name })
    }
    case 'too-many-orders':
      return message('checkout.errors.tooManyOrders', { count: Math.ceil(refusal.retryAfterSeconds / 60) })
    case 'empty-cart':
    case 'no-address':
    case 'no-delivery':
      return 'checkout.errors.notOffered'
  }
}

export default function ReviewRoute() {
  const { title, summary, review, gateways } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <CheckoutLayout step="review" title={title} summary={summary}>
      <ReviewStep
        {...review}
        gateways={gateways}
        reply={refused?.reply}
        totalBefore={refused?.totalBefore ?? null}
      />
    </CheckoutLayout>
  )
}
