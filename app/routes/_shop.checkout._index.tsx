import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { addressForm } from '~/checkout/address-form'
import { AddressStep } from '~/checkout/address-step'
import { CheckoutLayout } from '~/checkout/checkout-layout'
import { requireCart, requirePricedCheckout } from '~/checkout/checkout-session.server'
import { PHONE_UNREAD, STEP_PATHS } from '~/checkout/checkout-steps'
import { explainAddress } from '~/checkout/explain-address'
import { saveAddress } from '~/checkout/save-address.server'
import { summaryOf } from '~/checkout/summary.server'
import { countryChoices } from '~/delivery/country-names'
import { listServedCountries } from '~/delivery/delivery-queries.server'
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
  const { cart, checkout, priced, account, language } = await requirePricedCheckout(
    request,
    context,
    'address',
  )
  return {
    title: translator(language)('checkout.address.title'),
    noindex: true,
    email: checkout.email ?? account?.email ?? null,
    shipping: checkout.shippingAddress,
    billing: checkout.billingAddress,
    countries: countryChoices(await listServedCountries(context.db), language),
    defaultCountry: cart.country,
    summary: summaryOf(priced, { isDeliveryChosen: checkout.deliveryMethod !== null, language }),
  }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data)

export async function action({ request, context }: ActionFunctionArgs) {
  const { cart, language } = await requireCart(request, context)
  const formData = await readForm(request)
  const submission = parseWithZod(formData, { schema: addressForm(formData), error: formErrors })
  if (submission.status !== 'success') return data(submission.reply(), { status: 422 })

  const { email, shipping, ...elsewhere } = submission.value
  const billing = 'billing' in elsewhere ? elsewhere.billing : null
  const outcome = await saveAddress(context.db, { cartId: cart.id, email, shipping, billing })
  if (!outcome.ok) {
    const words = { language, t: translator(language) }
    const fieldErrors = { 'shipping.country': [explainAddress(outcome, words)] }
    return data(submission.reply({ fieldErrors }), { status: 422 })
  }
  const isPhoneUnread = formData.get('shipping.phone') && !shipping.phone
  return redirect(localPath(language, STEP_PATHS.delivery) + (isPhoneUnread ? `?${PHONE_UNREAD}` : ''))
}

export default function AddressRoute() {
  const { title, summary, noindex: _, ...said } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <CheckoutLayout step="address" title={title} summary={summary}>
      <AddressStep {...said} reply={reply} />
    </CheckoutLayout>
  )
}
