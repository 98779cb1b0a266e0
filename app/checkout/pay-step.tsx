import { Form, useNavigation } from '@remix-run/react'
import { formatDateTime } from '~/i18n/format'
import { useLanguage, useTranslation } from '~/i18n/translation'
import { formatMoney } from '~/money/format'
import { keptWords, unitsOf } from '~/orders/kept-words'
import type { OrderState } from '~/orders/order-state'
import type { GatewayName, Redirect } from '~/payments/gateway'
import type { GatewaysTaking } from '~/payments/gateways-taking'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { ArrowRightIcon, LockIcon } from '~/ui/icons'
import { Notice } from '~/ui/notice'
import { BankForm } from './steps/bank-form'
import { GatewayChoice, NoGateway } from './steps/gateway-choice'

type PayStepProps = {
  state: OrderState
  totalCents: number
  paymentDeadline: Date | null
  lines: readonly { quantity: number }[]
  keptUnits: number
  gateways: GatewaysTaking
  /** The bank's page that is open already. */
  open: { gateway: GatewayName; redirect: Redirect } | null
  goesOn: boolean
}

export function PayStep({ state, totalCents, gateways, open, goesOn, ...kept }: PayStepProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const amount = formatMoney(totalCents, language)
  return (
    <div className="grid gap-6">
      {state === 'payment_failed' && (
        <Notice tone="danger" title={t('orders.paymentFailed.title')}>
          {t('orders.paymentFailed.text')}
        </Notice>
      )}
      {kept.paymentDeadline && (
        <p className="text-ink-soft">
          {keptWords(t, {
            units: unitsOf(kept.lines),
            keptUnits: kept.keptUnits,
            deadline: formatDateTime(kept.paymentDeadline, language),
          })}
        </p>
      )}
      {open && (
        <Card title={t('checkout.pay.resume')}>
          <p className="mb-4 text-sm leading-6 text-ink-soft">
            {t(goesOn ? 'checkout.pay.goingOn' : 'checkout.pay.resumeText')}
          </p>
          <Resume redirect={open.redirect} sendsItself={goesOn} />
        </Card>
      )}
      {gateways.offered.length > 0 || open ? (
        <PayChoice gateways={gateways.offered} open={open} amount={amount} />
      ) : (
        <NoGateway {...gateways} totalCents={totalCents} />
      )}
      <Form method="post" className="justify-self-center">
        <Button name="intent" value="cancel" variant="quiet" size="small">
          {t('checkout.pay.cancel')}
        </Button>
      </Form>
    </div>
  )
}

function Resume({ redirect, sendsItself }: { redirect: Redirect; sendsItself: boolean }) {
  const { t } = useTranslation()
  if ('form' in redirect) return <BankForm {...redirect.form} sendsItself={sendsItself} />
  return (
    <a
      href={redirect.url}
      className="flex min-h-13 items-center justify-center gap-2.5 rounded border border-accent bg-accent px-6 text-lg font-semibold text-white hover:bg-accent-deep"
    >
      {t('checkout.pay.goOn')}
      <ArrowRightIcon />
    </a>
  )
}

type PayChoiceProps = Pick<PayStepProps, 'open'> & { gateways: readonly GatewayName[]; amount: string }

function PayChoice({ gateways, open, amount }: PayChoiceProps) {
  const { t } = useTranslation()
  const isSending = useNavigation().state !== 'idle'
  const others = open ? gateways.filter((name) => name !== open.gateway) : gateways
  if (others.length === 0) return null
  return (
    <Card title={t(open ? 'checkout.pay.another' : 'checkout.pay.choose')}>
      <Form method="post" className="grid gap-4">
        <GatewayChoice gateways={others} legend={t('checkout.review.payment')} legendHidden />
        <Button
          name="intent"
          value="pay"
          size="large"
          block
          variant={open ? 'secondary' : 'primary'}
          pending={isSending}
        >
          {t('checkout.pay.pay', { amount })}
        </Button>
        <p className="flex items-center justify-center gap-2 text-center text-sm text-ink-faint">
          <LockIcon size={16} className="flex-none" />
          {t('checkout.review.secure')}
        </p>
      </Form>
    </Card>
  )
}

export function WaitsForStaff() {
  const { t } = useTranslation()
  return <Notice title={t('checkout.pay.waiting')}>{t('checkout.pay.waitingText')}</Notice>
}
