import { type AppLoadContext, redirect } from '@remix-run/node'
import { readCartToken } from '~/cart/cart-cookie.server'
import { findCart, type OpenCart } from '~/cart/cart-queries.server'
import type { PricedCart } from '~/cart/price-cart.server'
import { type Language, languageOf, localPath } from '~/i18n/language'
import { orderToken } from '~/orders/order-link.server'
import type { Order } from '~/orders/order-queries.server'
import { isUnpaid } from '~/orders/order-state'
import { type Checkout, findCheckout, findOrderOfToken, priceCheckout } from './checkout-queries.server'
import { farthestStep, isReached, STEP_PATHS } from './checkout-steps'

export type CheckoutSession = {
  cart: OpenCart
  checkout: Checkout
  account: { id: string; level: number; email: string } | null
  language: Language
}

/** What a page of the checkout shows; a cart of which nothing is sold any more is sent to its own page. */
export async function requirePricedCheckout(
  request: Request,
  context: AppLoadContext,
  step: keyof typeof STEP_PATHS,
): Promise<CheckoutSession & { priced: PricedCart }> {
  const session = await requireCheckout(request, context, step)
  const { account, ...asked } = session
  const priced = await priceCheckout(context.db, { ...asked, level: account?.level ?? null })
  if (priced.lines.length === 0) throw redirect(localPath(session.language, '/cart'))
  return { ...session, priced }
}

/** Lets a shopper into a step of the checkout, or sends them to the first step still missing. */
export async function requireCheckout(
  request: Request,
  context: AppLoadContext,
  step: keyof typeof STEP_PATHS,
): Promise<CheckoutSession> {
  const { cart, language } = await requireCart(request, context)
  const [checkout, account] = await Promise.all([findCheckout(context.db, cart.id), context.findAccount()])
  const farthest = farthestStep(checkout)
  if (!isReached(step, farthest)) throw redirect(localPath(language, STEP_PATHS[farthest]))

  return { cart, checkout, account, language }
}

/** The cart that a form of the checkout is about; a shopper without one is sent to the order that it has become. */
export async function requireCart(
  request: Request,
  context: AppLoadContext,
): Promise<{ cart: OpenCart; language: Language }> {
  const language = languageOf(request)
  const token = await readCartToken(request, context.env)
  const cart = await findCart(context.db, token)
  if (!cart) throw redirect(localPath(language, await wayOut(context, token)))
  return { cart, language }
}

async function wayOut({ db, env }: AppLoadContext, token: string | null): Promise<string> {
  const order = token ? await findOrderOfToken(db, token) : null
  return order ? payOrSeePath(order, env.LINK_SECRET) : '/cart'
}

/** Where a placed order goes on: to its payment while it can be paid, else to its page. In French. */
export function payOrSeePath(order: Order, secret: string): string {
  const query = `?token=${orderToken(order, secret)}`
  return isUnpaid(order.state) ? `/checkout/pay/${order.id}${query}` : `/order/${order.number}${query}`
}
