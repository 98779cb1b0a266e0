import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { OrderListPage } from '~/order-desk/order-list-page'
import { orderListQuery } from '~/order-desk/staff-form'
import { countOrdersByState, searchOrders } from '~/orders/order-queries.server'

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
    title: translator('fr')('order-desk.staff.title'),
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
