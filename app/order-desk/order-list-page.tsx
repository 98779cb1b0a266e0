import { Form } from '@remix-run/react'
import { formatDateTime } from '~/i18n/format'
import { useLanguage, useTranslation } from '~/i18n/translation'
import { formatMoney } from '~/money/format'
import { ORDER_STATES, type OrderState } from '~/orders/order-state'
import { StateBadge } from '~/orders/state-badge'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { classNames } from '~/ui/class-names'
import { EmptyState } from '~/ui/empty-state'
import { FollowedLink } from '~/ui/followed-link'
import { TextField } from '~/ui/inputs'
import { Pagination } from '~/ui/pagination'
import { Table } from '~/ui/table'

type FoundOrder = {
  id: string
  number: string
  email: string
  name: string
  state: OrderState
  totalCents: number
  placedAt: Date
  attention: string | null
}

type Asked = { state?: OrderState; attention?: '1'; q?: string; page: number }

type OrderListPageProps = {
  title: string
  asked: Asked
  orders: FoundOrder[]
  count: number
  pageCount: number
  counts: Record<string, number>
}

export function OrderListPage({ title, asked, orders, count, pageCount, counts }: OrderListPageProps) {
  const { t } = useTranslation()
  return (
    <div className="page-width grid gap-6 py-8">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="text-2xl sm:text-3xl">{title}</h1>
          <p className="text-ink-soft">{t('order-desk.staff.count', { count })}</p>
        </div>
        <Form method="get" className="flex items-end gap-2">
          {asked.state && <input type="hidden" name="state" value={asked.state} />}
          <TextField
            label={t('order-desk.staff.search')}
            name="q"
            type="search"
            maxLength={100}
            defaultValue={asked.q}
            className="w-64"
          />
          <Button variant="secondary">{t('order-desk.staff.find')}</Button>
        </Form>
      </header>
      <StateFilter asked={asked} counts={counts} />
      {orders.length === 0 ? (
        <EmptyState drawing="nothing-found" title={t('order-desk.staff.empty')}>
          {t('order-desk.staff.emptyText')}
        </EmptyState>
      ) : (
        <OrderTable title={title} orders={orders} />
      )}
      <Pagination page={asked.page} pageCount={pageCount} hrefOf={(page) => pathOf({ ...asked, page })} />
    </div>
  )
}

function pathOf({ state, attention, q, page }: Asked): string {
  const query = new URLSearchParams({
    ...(state && { state }),
    ...(attention && { attention }),
    ...(q && { q }),
    ...(page > 1 && { page: String(page) }),
  })
  return `/admin/orders${query.size > 0 ? `?${query}` : ''}`
}

function StateFilter({ asked, counts }: { asked: Asked; counts: Record<string, number> }) {
  const { t } = useTranslation()
  const present = ORDER_STATES.filter((state) => counts[state])
  const links = [
    {
      key: 'all',
      label: t('order-desk.staff.all'),
      to: { q: asked.q, page: 1 },
      isHere: !asked.state && !asked.attention,
    },
    {
      key: 'attention',
      label: t('order-desk.staff.attention'),
      to: { attention: '1' as const, page: 1 },
      isHere: asked.attention === '1',
    },
    ...present.map((state) => ({
      key: state,
      label: `${t(`orders.state.${state}`)} (${counts[state]})`,
      to: { state, q: asked.q, page: 1 },
      isHere: asked.state === state,
    })),
  ]
  return (
    <nav aria-label={t('order-desk.staff.filter')}>
      <ul className="flex flex-wrap gap-2">
        {links.map((link) => (
          <li key={link.key}>
            <FollowedLink
              to={pathOf(link.to)}
              aria-current={link.isHere ? 'page' : undefined}
              className={classNames(
                'inline-block rounded-full border px-3 py-1 text-sm',
                link.isHere ? 'border-ink bg-ink text-white' : 'border-paper-rule bg-white hover:border-ink',
              )}
            >
              {link.label}
            </FollowedLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function OrderTable({ title, orders }: { title: string; orders: FoundOrder[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <Table
      caption={title}
      captionHidden
      rows={orders}
      keyOf={(order) => order.id}
      columns={[
        {
          key: 'number',
          heading: t('order-desk.staff.number'),
          cell: (order) => (
            <FollowedLink
              to={`/admin/orders/${order.id}`}
              className="font-medium whitespace-nowrap text-accent hover:underline"
            >
              {order.number}
            </FollowedLink>
          ),
        },
        {
          key: 'placedAt',
          heading: t('order-desk.staff.placedAt'),
          cell: (order) => (
            <span className="whitespace-nowrap">{formatDateTime(order.placedAt, language)}</span>
          ),
        },
        {
          key: 'customer',
          heading: t('order-desk.staff.customer'),
          cell: (order) => (
            <>
              <span className="block">{order.name}</span>
              <span className="block text-sm text-ink-faint">{order.email}</span>
            </>
          ),
        },
        {
          key: 'state',
          heading: t('order-desk.staff.state'),
          cell: (order) => (
            <span className="flex flex-wrap gap-2">
              <StateBadge state={order.state} />
              {order.attention && <Badge tone="danger">{t('order-desk.staff.attention')}</Badge>}
            </span>
          ),
        },
        {
          key: 'total',
          heading: t('order-desk.staff.total'),
          numeric: true,
          cell: (order) => formatMoney(order.totalCents, language),
        },
      ]}
    />
  )
}
