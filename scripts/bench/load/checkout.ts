import { agreementOf } from '~/checkout/agreement.server'
import { type Answer, type Client, nextIp, openClient } from './client'
import type { Load, OrderToBuy } from './jobs'
import { repeatedly, startTally } from './tally'

const SHIPPING = {
  fullName: 'Camille Martin',
  street: '12 rue des Lilas',
  postcode: '75011',
  city: 'Paris',
  country: 'FR',
}

let buyers = 0

/** Every form from the product's page to the bank's, each as a shopper without scripts sends it; no page in between. */
export async function buyAndPay({
  origin,
  orders,
  atOnce,
  seconds,
}: {
  origin: string
  orders: OrderToBuy[]
  atOnce: number
  seconds: number
}): Promise<Load> {
  const client = openClient(origin, { connections: atOnce })
  const tally = startTally()
  await repeatedly({ atOnce, seconds }, async (turn) => {
    const order = orders[turn % orders.length]
    if (!order) return
    const began = performance.now()
    const trouble = await buyOne(client, order).catch((fault: Error) => fault.message)
    if (trouble) tally.fail(trouble)
    else tally.count(performance.now() - began)
  })
  client.close()
  return tally.end()
}

/** What went wrong, or nothing once the bank has told the shop of the payment. */
export async function buyOne(
  client: Client,
  { variantId, method, priced }: OrderToBuy,
): Promise<string | undefined> {
  buyers += 1
  const email = `buyer-${process.pid}-${Date.now()}-${buyers}@example.test`
  const visitor: Record<string, string> = { 'x-forwarded-for': nextIp() }
  const send = (path: string, fields: Record<string, string>) => client.submit(path, fields, visitor)

  const added = await send('/cart', { intent: 'add', variantId: String(variantId), quantity: '1' })
  if (!leadsTo(added, '/cart')) return problem('adding to the cart', added)
  visitor.cookie = added.cookies.map((cookie) => cookie.split(';')[0]).join('; ')

  const address = await send('/checkout', { email, ...prefixed(SHIPPING) })
  if (!leadsTo(address, '/checkout/delivery')) return problem('the address', address)
  const delivery = await send('/checkout/delivery', { method })
  if (!leadsTo(delivery, '/checkout/review')) return problem('the delivery', delivery)

  const placed = await send('/checkout/review', {
    agreedTo: agreementOf(said(email, method), priced),
    seenTotalCents: String(priced.totalCents),
    gateway: 'sandbox',
  })
  if (!leadsTo(placed, '/sandbox-bank/')) return problem('the order', placed)
  const paid = await send(pathOf(placed.location), { choice: 'pay' })
  return leadsTo(paid, '/checkout/return/') ? undefined : problem('the payment', paid)
}

function said(email: string, deliveryMethod: string) {
  return {
    cartId: '',
    email,
    shippingAddress: SHIPPING,
    billingAddress: null,
    deliveryMethod,
    pickupPoint: null,
    changedAt: new Date(),
  }
}

function prefixed(address: Record<string, string>) {
  return Object.fromEntries(Object.entries(address).map(([name, value]) => [`shipping.${name}`, value]))
}

function leadsTo({ status, location }: Answer, path: string): boolean {
  return status >= 300 && status < 400 && pathOf(location).startsWith(path)
}

function pathOf(location = ''): string {
  return new URL(location, 'http://shop').pathname
}

function problem(step: string, { status, location }: Answer): string {
  return `${step} answered ${status}${location ? `, to ${pathOf(location)}` : ''}`
}
