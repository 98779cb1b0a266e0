import type { ReactNode } from 'react'
import { ShopLink } from '~/i18n/local-path'
import { worded } from '~/i18n/message'
import { useTranslation } from '~/i18n/translation'
import { LineList } from '~/orders/line-list'
import { OrderSums } from '~/orders/order-sums'
import { Card } from '~/ui/card'
import { Notice } from '~/ui/notice'
import { Steps } from '~/ui/steps'
import { CHECKOUT_STEPS, type CheckoutStep, STEP_PATHS } from './checkout-steps'
import type { Summary } from './summary.server'

type CheckoutLayoutProps = {
  step: CheckoutStep
  title: string
  summary: Summary
  /** A placed order changes no more: its cart and its earlier steps have no way back. */
  isPlaced?: boolean
  children: ReactNode
}

/** Every step: where one stands, what the step asks, and beside it what is being bought. */
export function CheckoutLayout({ step, title, summary, isPlaced = false, children }: CheckoutLayoutProps) {
  const { t } = useTranslation()
  return (
    <div className="page-width py-6 sm:py-8">
      <div className="mx-auto max-w-xl">
        <CheckoutSteps current={step} isPlaced={isPlaced} />
      </div>
      <div className="mt-8 grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-12">
        <div className="min-w-0">
          <h1 className="mb-6 text-2xl sm:text-3xl">{title}</h1>
          {children}
        </div>
        <aside aria-label={t('checkout.summary')} className="lg:sticky lg:top-6 lg:self-start">
          <Card
            title={t('checkout.summary')}
            action={
              !isPlaced && (
                <ShopLink to="/cart" className="text-sm text-accent underline-offset-4 hover:underline">
                  {t('checkout.editCart')}
                </ShopLink>
              )
            }
          >
            <LineList lines={summary.lines} />
            <div className="mt-4 border-t border-paper-rule pt-2">
              <OrderSums {...summary} />
            </div>
            {summary.codeProblem && (
              <Notice tone="warning" title={t('checkout.codeInactive')} className="mt-4">
                {worded(t, summary.codeProblem)}
              </Notice>
            )}
          </Card>
        </aside>
      </div>
    </div>
  )
}

function CheckoutSteps({ current, isPlaced }: { current: CheckoutStep; isPlaced: boolean }) {
  const { t } = useTranslation()
  return (
    <Steps
      current={CHECKOUT_STEPS.indexOf(current)}
      steps={CHECKOUT_STEPS.map((step) => ({
        label: t(`checkout.steps.${step}`),
        to: isPlaced || step === 'payment' ? undefined : STEP_PATHS[step],
      }))}
    />
  )
}
