import { type AppLoadContext, data } from '@remix-run/node'
import { areAmbiguous } from '~/platform/ambiguous-names'
import { isId } from '~/platform/ids.server'
import { refusedWith } from '~/platform/refused-with'
import { isOrderToken } from './order-link.server'
import { findOrder, findOrderByNumber, type Order } from './order-queries.server'

/**
 * The order that a link opens. Without its token an order does not exist, whoever asks, and who tries many tokens is made
 * to wait. A link that can be read in two ways, also by what a bank adds to it, opens nothing.
 */
export async function requireLinkedOrder(
  request: Request,
  context: AppLoadContext,
  name: { id?: string } | { number?: string },
): Promise<{ order: Order; token: string }> {
  const query = new URL(request.url).searchParams
  if (areAmbiguous(query.keys())) throw new Response(null, { status: 400 })

  const token = query.get('token')
  const order = await findNamed(context, name)
  if (order && token && isOrderToken(order, token, context.env.LINK_SECRET)) return { order, token }

  const allowance = await context.limits.take('order-link', context.clientIp)
  if (allowance.ok) throw new Response(null, { status: 404 })
  const { retryAfterSeconds } = allowance
  throw data({ retryAfterSeconds }, refusedWith(allowance))
}

async function findNamed({ db }: AppLoadContext, name: { id?: string } | { number?: string }) {
  if ('id' in name) return name.id && isId(name.id) ? findOrder(db, name.id) : null
  if ('number' in name && name.number) return findOrderByNumber(db, name.number)
  return null
}
