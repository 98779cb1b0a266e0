import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { formatMoney } from '~/money/format'
import { findSandboxPage, visitSandboxBank } from '~/payments/sandbox-bank.server'
import { sandboxBankForm } from '~/payments/sandbox-bank-form'
import { SandboxBankPage } from '~/payments/sandbox-bank-page'
import { readForm } from '~/platform/read-form.server'
import { readCachedSettings } from '~/settings/setting-queries.server'

export const handle = { access: 'public' } satisfies RouteHandle

export async function loader({ params, context }: LoaderFunctionArgs) {
  const payment = await findSandboxPage(context, { paymentId: params.payment ?? '' })
  if (!payment) throw new Response(null, { status: 404 })
  const { shop } = await readCachedSettings(context)
  const { language, amountCents, currency, reference, isOver } = payment
  const t = translator(language)
  const amount = formatMoney(amountCents, language, currency)
  const words = {
    bank: t('payments.sandbox.bank'),
    title: t('payments.sandbox.title'),
    playMoney: t('payments.sandbox.playMoney'),
    merchant: t('payments.sandbox.merchant'),
    reference: t('payments.sandbox.reference'),
    amount: t('payments.sandbox.amount'),
    choose: t('payments.sandbox.choose'),
    pay: t('payments.sandbox.pay', { amount }),
    payHint: t('payments.sandbox.payHint'),
    payLate: t('payments.sandbox.payLate'),
    payLateHint: t('payments.sandbox.payLateHint'),
    refuse: t('payments.sandbox.refuse'),
    refuseHint: t('payments.sandbox.refuseHint'),
    abandon: t('payments.sandbox.abandon'),
    abandonHint: t('payments.sandbox.abandonHint'),
    overTitle: t('payments.sandbox.overTitle'),
    over: t('payments.sandbox.over'),
    back: t('payments.sandbox.back'),
  }
  return { language, words, merchant: shop.name, reference, amount, isOver, backUrl: payment.returnUrl }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.words.title} · ${data.words.bank}` : '404' },
  { name: 'robots', content: 'noindex' },
]

export async function action({ request, params, context }: ActionFunctionArgs) {
  if (!context.gateways.has('sandbox')) throw new Response(null, { status: 404 })
  const submission = parseWithZod(await readForm(request), { schema: sandboxBankForm })
  if (submission.status !== 'success') throw new Response(null, { status: 422 })

  const { answer, isLate } = submission.value.choice
  const outcome = await visitSandboxBank(context, { paymentId: params.payment ?? '', answer, isLate })
  if (outcome.ok)
    return redirect(answer === 'paid' ? outcome.payment.returnUrl : outcome.payment.cancelUrl, 303)
  if (outcome.reason === 'unknown-payment') throw new Response(null, { status: 404 })
  // Chosen already, in another tab or a moment ago: the page says so.
  return redirect(new URL(request.url).pathname, 303)
}

export default function SandboxBankRoute() {
  return <SandboxBankPage {...useLoaderData<typeof loader>()} />
}
