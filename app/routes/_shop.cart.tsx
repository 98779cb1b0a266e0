import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { readCartToken, rememberCart } from '~/cart/cart-cookie.server'
import { cartForm, isCartIntent } from '~/cart/cart-forms'
import { CartPage } from '~/cart/cart-page'
import { findCart } from '~/cart/cart-queries.server'
import type { CartReply } from '~/cart/cart-reply'
import { readCart } from '~/cart/read-cart.server'
import { explainCartRefusal, explainPromoRefusal, fieldOfRefusal } from '~/cart/refusal-words'
import { submitCartForm } from '~/cart/submit-cart-form.server'
import { findSaidOfCart } from '~/checkout/checkout-queries.server'
import { countryChoices } from '~/delivery/country-names'
import { listServedCountries } from '~/delivery/delivery-queries.server'
import { formErrors } from '~/i18n/form-errors'
import { languageOf, localPath } from '~/i18n/language'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { readForm } from '~/platform/read-form.server'
import { refusedWith } from '~/platform/refused-with'
import { pageMeta } from '~/storefront/page-meta'

export const handle = { access: 'public' } satisfies RouteHandle

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, env } = context
  const language = languageOf(request)
  const t = translator(language)
  const [token, account] = await Promise.all([readCartToken(request, env), context.findAccount()])
  const found = await findCart(db, token)
  const [said, countries] = await Promise.all([
    findSaidOfCart(db, { cart: found, account }),
    listServedCountries(db),
  ])
  const cart = await readCart(db, found, {
    language,
    ...said,
    level: account?.level,
  })
  return {
    about: { title: t('cart.title'), description: t('cart.description'), noindex: true },
    cart,
    countries: countryChoices(countries, language),
    codeProblem: cart.promoRefusal && explainPromoRefusal(cart.promoRefusal, language),
  }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data?.about)

export const headers = () => ({ 'Cache-Control': 'no-store' })

export async function action({ request, context }: ActionFunctionArgs) {
  const language = languageOf(request)
  const posted = await readForm(request)
  const [intent, variantId] = [posted.get('intent'), Number(posted.get('variantId'))]
  const about = { intent: isCartIntent(intent) ? intent : null, variantId: variantId || null }
  const submission = parseWithZod(posted, { schema: cartForm, error: formErrors })
  if (submission.status !== 'success')
    return data<CartReply>({ ...about, result: submission.reply() }, { status: 422 })

  const form = submission.value
  const token = await readCartToken(request, context.env)
  const [account, cart] = await Promise.all([context.findAccount(), findCart(context.db, token)])
  const { customer } = await findSaidOfCart(context.db, { cart, account })
  const visitor = {
    token,
    clientIp: context.clientIp,
    level: account?.level ?? null,
    customer,
  }
  const outcome = await submitCartForm(context, { form, visitor })
  if (!outcome.ok) {
    const [field, text] = [fieldOfRefusal(outcome, form.intent), explainCartRefusal(outcome, language)]
    const result = submission.reply(field ? { fieldErrors: { [field]: [text] } } : { formErrors: [text] })
    return data<CartReply>({ ...about, result }, refusedWith(outcome))
  }

  const headers = { 'Set-Cookie': await rememberCart(outcome.token, context.env) }
  if (!posted.has('stay')) return redirect(localPath(language, '/cart'), { status: 303, headers })
  return data<CartReply>({ ...about, result: null, unitCount: outcome.unitCount }, { headers })
}

export default function CartRoute() {
  const { cart, countries, codeProblem } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="page-width py-6 sm:py-8">
      <CartPage cart={cart} countries={countries} codeProblem={codeProblem} reply={reply} />
    </div>
  )
}
