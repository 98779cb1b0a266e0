import { Form, useNavigation } from '@remix-run/react'
import { formatDate, formatDateTime } from '~/i18n/format'
import { useLanguage, useTranslation } from '~/i18n/translation'
import { AddressBlock } from '~/orders/address-block'
import { keptWords, unitsOf } from '~/orders/kept-words'
import { LineList } from '~/orders/line-list'
import type { OrderState } from '~/orders/order-state'
import { OrderSums } from '~/orders/order-sums'
import { OrderTimeline } from '~/orders/order-timeline'
import type { OrderView } from '~/orders/order-view.server'
import { StateBadge } from '~/orders/state-badge'
import { Button, ButtonLink } from '~/ui/button'
import { Card } from '~/ui/card'
import { FormErrors, type FormReply } from '~/ui/form-errors'
import { Notice } from '~/ui/notice'
import { RefreshesItself } from '~/ui/refreshes-itself'
import { TitledPart } from './pages/titled-part'

type OrderPageProps = {
  order: OrderView
  moves: { seq: number; to: OrderState; at: Date }[]
  invoice: string | null
  payPath: string | null
  keptUnits: number
  canCancel: boolean
  reply: FormReply
}

/** An order as its customer sees it, with or without an account. */
export function OrderPage({ order, moves, invoice, payPath, keptUnits, canCancel, reply }: OrderPageProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <div className="page-width py-6 sm:py-10">
      <header className="mb-8 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-xl sm:text-3xl">{t('order-desk.title', { number: order.number })}</h1>
        <StateBadge state={order.state} />
        <p className="flex w-full flex-wrap gap-x-4 text-ink-soft">
          <span>{t('order-desk.placedOn', { date: formatDate(order.placedAt, language) })}</span>
          {invoice && (
            <span className="whitespace-nowrap">{t('order-desk.invoice', { number: invoice })}</span>
          )}
        </p>
      </header>
      <FormErrors of={reply} className="mb-6" />
      <PaymentNotice order={order} payPath={payPath} keptUnits={keptUnits} />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 content-start gap-6">
          <Card title={t('order-desk.goods')}>
            <LineList lines={order.lines} />
            <div className="mt-4 border-t border-paper-rule pt-2 sm:ml-auto sm:max-w-sm">
              <OrderSums {...order} />
            </div>
          </Card>
          <Card>
            <div className="grid gap-6 sm:grid-cols-2">
              <TitledPart
                headingLevel="h2"
                title={t(order.pickupAt ? 'order-desk.pickupPoint' : 'order-desk.shippingAddress')}
              >
                <AddressBlock lines={order.pickupAt ?? order.shipTo} />
              </TitledPart>
              <TitledPart headingLevel="h2" title={t('order-desk.billingAddress')}>
                <AddressBlock lines={order.billTo} />
              </TitledPart>
            </div>
          </Card>
        </div>
        <div className="grid content-start gap-6">
          <Card title={t('order-desk.timeline')}>
            <OrderTimeline placedAt={order.placedAt} moves={moves} state={order.state} />
          </Card>
          {canCancel && <CancelForm />}
          <p className="text-sm leading-6 text-ink-faint">{t('order-desk.keepLink')}</p>
          <p className="text-sm leading-6 text-ink-faint">{t('order-desk.withdrawal')}</p>
        </div>
      </div>
    </div>
  )
}

function PaymentNotice({
  order,
  payPath,
  keptUnits,
}: Pick<OrderPageProps, 'order' | 'payPath' | 'keptUnits'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  const deadline = order.paymentDeadline && formatDateTime(order.paymentDeadline, language)
  const reserved = deadline ? keptWords(t, { units: unitsOf(order.lines), keptUnits, deadline }) : undefined

  if (order.state === 'payment_pending')
    return (
      <Notice
        title={t('order-desk.underWay.title')}
        className="mb-6"
        action={
          payPath && (
            <ButtonLink to={payPath} variant="secondary" size="small">
              {t('order-desk.underWay.resume')}
            </ButtonLink>
          )
        }
      >
        {t('order-desk.underWay.text')}
        <RefreshesItself seconds={10} />
      </Notice>
    )
  if (!payPath) return null
  const hasFailed = order.state === 'payment_failed'
  return (
    <Notice
      tone={hasFailed ? 'danger' : 'warning'}
      title={t(hasFailed ? 'orders.paymentFailed.title' : `orders.state.${order.state}`)}
      className="mb-6"
      action={
        <ButtonLink to={payPath}>{t(hasFailed ? 'order-desk.payAgain' : 'order-desk.payNow')}</ButtonLink>
      }
    >
      {hasFailed ? t('orders.paymentFailed.text') : reserved}
    </Notice>
  )
}

function CancelForm() {
  const { t } = useTranslation()
  const isSending = useNavigation().state !== 'idle'
  return (
    <Form method="post" className="grid gap-2">
      <Button name="intent" value="cancel" variant="danger" pending={isSending}>
        {t('order-desk.cancel')}
      </Button>
      <p className="text-sm text-ink-faint">{t('order-desk.cancelHint')}</p>
    </Form>
  )
}
