import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { OrderListPage } from '~/orders/order-list-page'
import { countOrdersByState, searchOrders } from '~/orders/order-queries.server'
import { orderListQuery } from '~/orders/staff-form'

export const handle = { access: { level: 7 } } satisfies RouteHandle

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = orderListQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
  const { state, attention, q, page } = asked
  const filter = { state, needsAttention: attention === '1', search: q }
  const [found, counts] = await Promise.all([
    searchOrders(context.db, { ...filter, page }),
    countOrdersByState(context.db),
  ])
  return {
    title: translator('fr')('orders.admin.title'),
    asked,
    ...found,
    counts: Object.fromEntries(counts),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
]

export default function OrdersRoute() {
  return <OrderListPage {...useLoaderData<typeof loader>()} />
}
