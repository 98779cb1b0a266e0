import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { deliveryForm } from '~/checkout/checkout-forms'
import { CheckoutLayout } from '~/checkout/checkout-layout'
import { requireCheckout, requirePricedCheckout } from '~/checkout/checkout-session.server'
import { PHONE_UNREAD, STEP_PATHS } from '~/checkout/checkout-steps'
import { type ChooseDeliveryOutcome, chooseDelivery } from '~/checkout/choose-delivery.server'
import { listDeliveryOptions } from '~/checkout/delivery-choices.server'
import { DeliveryStep } from '~/checkout/delivery-step'
import { summaryOf } from '~/checkout/summary.server'
import { countryName } from '~/delivery/country-names'
import { formErrors } from '~/i18n/form-errors'
import { localPath } from '~/i18n/language'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { PERSONAL_PAGE_HEADERS } from '~/platform/personal-page-headers'
import { readForm } from '~/platform/read-form.server'
import { pageMeta } from '~/storefront/page-meta'

export const handle = { access: 'public' } satisfies RouteHandle
export const headers = () => PERSONAL_PAGE_HEADERS

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { checkout, priced, language } = await requirePricedCheckout(request, context, 'delivery')
  const address = checkout.shippingAddress
  if (!address) throw redirect(localPath(language, STEP_PATHS.address))
  return {
    title: translator(language)('checkout.delivery.title'),
    noindex: true,
    options: await listDeliveryOptions(context.db, { priced, address, language }),
    destination: { city: address.city, country: countryName(address.country, language) },
    isPhoneUnread: !address.phone && new URL(request.url).searchParams.has(PHONE_UNREAD),
    chosenMethod: checkout.deliveryMethod,
    chosenPoint: checkout.pickupPoint,
    summary: summaryOf(priced, { isDeliveryChosen: checkout.deliveryMethod !== null, language }),
  }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data)

export async function action({ request, context }: ActionFunctionArgs) {
  const { cart, checkout, account, language } = await requireCheckout(request, context, 'delivery')
  const submission = parseWithZod(await readForm(request), { schema: deliveryForm, error: formErrors })
  if (submission.status !== 'success') return data(submission.reply(), { status: 422 })

  const { method, pickupPoint } = submission.value
  const outcome = await chooseDelivery(context.db, {
    cart,
    checkout,
    method,
    pickupPoint: pickupPoint?.[method] ?? null,
    language,
    level: account?.level ?? null,
  })
  if (!outcome.ok) return data(submission.reply({ fieldErrors: explain(outcome, method) }), { status: 422 })
  return redirect(localPath(language, STEP_PATHS.review))
}

type Refusal = Exclude<ChooseDeliveryOutcome, { ok: true }>

function explain({ reason }: Refusal, method: string): Record<string, string[]> {
  switch (reason) {
    case 'no-address':
    case 'not-offered':
      return { method: ['checkout.errors.notOffered'] }
    case 'no-pickup-point':
    case 'wrong-pickup-point':
      return { [`pickupPoint.${method}`]: ['checkout.errors.pickupPoint'] }
  }
}

export default function DeliveryRoute() {
  const { title, summary, noindex: _, ...choices } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <CheckoutLayout step="delivery" title={title} summary={summary}>
      <DeliveryStep {...choices} reply={reply} />
    </CheckoutLayout>
  )
}
