import { Form, useNavigation } from '@remix-run/react'
import { formatDateTime } from '~/i18n/format'
import { useLanguage, useTranslation } from '~/i18n/translation'
import { AddressBlock } from '~/orders/address-block'
import { LineList } from '~/orders/line-list'
import type { OrderMove } from '~/orders/order-queries.server'
import type { OrderState } from '~/orders/order-state'
import { OrderSums } from '~/orders/order-sums'
import type { OrderView } from '~/orders/order-view.server'
import { StateBadge } from '~/orders/state-badge'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { DescriptionList } from '~/ui/description-list'
import { FollowedLink } from '~/ui/followed-link'
import { errorsOf, FormErrors, type FormReply, typedIn } from '~/ui/form-errors'
import { TextField } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import { Timeline } from '~/ui/timeline'
import { PaymentList, type ShownPayment } from './pages/payment-list'
import { TitledPart } from './pages/titled-part'

type StaffOrderPageProps = {
  order: OrderView & { phone?: string; attention: string | null }
  history: OrderMove[]
  payments: ShownPayment[]
  papers: string[]
  moves: OrderState[]
  customerPath: string
  reply: (FormReply & { initialValue?: Record<string, unknown> | null }) | undefined
}

export function StaffOrderPage({
  order,
  history,
  payments,
  papers,
  moves,
  customerPath,
  reply,
}: StaffOrderPageProps) {
  const { t } = useTranslation()
  const reasonErrors = (intent: 'move' | 'refund') =>
    typedIn(reply, 'intent') === intent ? errorsOf(reply, 'reason') : undefined
  return (
    <div className="page-width py-8">
      <StaffOrderHead order={order} papers={papers} customerPath={customerPath} />
      <FormErrors of={reply} className="mb-6" />
      {order.attention && <Attention why={order.attention} />}
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-6">
          <Card title={t('order-desk.goods')}>
            <LineList lines={order.lines} />
            <div className="mt-4 border-t border-paper-rule pt-2 sm:ml-auto sm:max-w-sm">
              <OrderSums {...order} />
            </div>
          </Card>
          <PaymentList payments={payments} reasonErrors={reasonErrors('refund')} />
          <Customer order={order} />
        </div>
        <div className="grid content-start gap-6">
          {moves.length > 0 && (
            <Moves
              moves={moves}
              isPaid={order.state === 'paid' || order.state === 'processing'}
              reasonErrors={reasonErrors('move')}
            />
          )}
          <History placedAt={order.placedAt} history={history} />
        </div>
      </div>
    </div>
  )
}

type HeadProps = Pick<StaffOrderPageProps, 'order' | 'papers' | 'customerPath'>

function StaffOrderHead({ order, papers, customerPath }: HeadProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <header className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2">
      <FollowedLink
        to="/admin/orders"
        className="w-full text-sm text-accent underline-offset-4 hover:underline"
      >
        {t('order-desk.staff.back')}
      </FollowedLink>
      <h1 className="text-xl sm:text-3xl">{t('order-desk.title', { number: order.number })}</h1>
      <StateBadge state={order.state} />
      <p className="w-full text-ink-soft">
        {[t('order-desk.placedOn', { date: formatDateTime(order.placedAt, language) }), ...papers].join(
          ' · ',
        )}
        {' · '}
        <a href={customerPath} className="text-accent underline underline-offset-4">
          {t('order-desk.staff.customerPage')}
        </a>
      </p>
    </header>
  )
}

function Attention({ why }: { why: string }) {
  const { t } = useTranslation()
  return (
    <Form method="post" className="mb-6">
      <Notice
        tone="danger"
        title={t('order-desk.staff.attentionText', { why })}
        action={
          <Button name="intent" value="looked" size="small" variant="secondary">
            {t('order-desk.staff.looked')}
          </Button>
        }
      />
    </Form>
  )
}

type MovesProps = { moves: OrderState[]; isPaid: boolean; reasonErrors: string[] | undefined }

function Moves({ moves, isPaid, reasonErrors }: MovesProps) {
  const { t } = useTranslation()
  const isSending = useNavigation().state !== 'idle'
  const wordsFor = (to: OrderState) =>
    to === 'cancelled'
      ? t(isPaid ? 'order-desk.staff.cancelPaid' : 'order-desk.cancel')
      : t('order-desk.staff.move', { state: t(`orders.state.${to}`) })
  return (
    <Card title={t('order-desk.staff.moves')}>
      <Form method="post" className="grid gap-3">
        <input type="hidden" name="intent" value="move" />
        <TextField
          label={t('order-desk.staff.reason')}
          name="reason"
          errors={reasonErrors}
          maxLength={200}
          optional
        />
        {moves.map((to) => (
          <Button
            key={to}
            name="to"
            value={to}
            variant={to === 'cancelled' ? 'danger' : 'secondary'}
            pending={isSending}
          >
            {wordsFor(to)}
          </Button>
        ))}
      </Form>
    </Card>
  )
}

function History({ placedAt, history }: { placedAt: Date; history: OrderMove[] }) {
  const { t } = useTranslation()
  return (
    <Card title={t('order-desk.staff.history')}>
      <Timeline
        current={history.length}
        events={[
          { key: 'pending', title: t('orders.event.pending'), at: placedAt },
          ...history.map((move) => ({
            key: String(move.seq),
            title: t(`orders.event.${move.to}`),
            at: move.at,
            text: [
              t('order-desk.staff.by', {
                who: move.actorName ?? t(`order-desk.staff.actor.${move.actorKind}`),
              }),
              move.reason,
            ]
              .filter(Boolean)
              .join(' · '),
          })),
        ]}
      />
    </Card>
  )
}

function Customer({ order }: Pick<StaffOrderPageProps, 'order'>) {
  const { t } = useTranslation()
  return (
    <Card title={t('order-desk.staff.customer')}>
      <DescriptionList
        className="mb-6"
        entries={[
          { key: 'email', term: t('order-desk.staff.email'), details: order.email },
          ...(order.phone ? [{ key: 'phone', term: t('order-desk.staff.phone'), details: order.phone }] : []),
        ]}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <TitledPart
          headingLevel="h3"
          title={t(order.pickupAt ? 'order-desk.pickupPoint' : 'order-desk.shippingAddress')}
        >
          <AddressBlock lines={order.pickupAt ?? order.shipTo} />
        </TitledPart>
        <TitledPart headingLevel="h3" title={t('order-desk.billingAddress')}>
          <AddressBlock lines={order.billTo} />
        </TitledPart>
      </div>
    </Card>
  )
}
