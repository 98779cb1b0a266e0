import type { Language } from '~/i18n/language'
import { accounts } from '~/identity/account-tables.server'
import { reserveStock } from '~/inventory/reserve-stock.server'
import { createOrder } from '~/orders/create-order.server'
import { findOrder, type Order } from '~/orders/order-queries.server'
import { type Actor, LEGAL_TRANSITIONS, type OrderState } from '~/orders/order-state'
import type { PostalAddress } from '~/orders/postal-address'
import { transitionOrder } from '~/orders/transition-order.server'
import type { Database } from '~/platform/db.server'
import { newId } from '~/platform/ids.server'
import { vatPerLine } from '~/vat/split-vat'

export const anAddress: PostalAddress = {
  fullName: 'Inès Müller',
  street: '3 rue des Ateliers',
  postcode: '69003',
  city: 'Lyon',
  country: 'FR',
}

type Ordered = {
  id: number
  sku: string
  name?: string
  priceCents?: number
  quantity?: number
  vatBasisPoints?: number
}

type OrderFacts = {
  of: Ordered | Ordered[]
  state?: OrderState
  quantity?: number
  priceCents?: number
  deliveryCents?: number
  email?: string
  language?: Language
  cartId?: string
  promoCode?: string
  address?: PostalAddress
  needsValidation?: boolean
}

/** An order whose goods are kept aside, brought to its state by the legal way. */
export async function anOrder(db: Database, facts: OrderFacts): Promise<Order> {
  const { state = 'payment_pending', quantity = 1, priceCents = 1000, deliveryCents = 0 } = facts
  const untaxed = [facts.of].flat().map((one) => {
    const count = one.quantity ?? quantity
    const unitCents = one.priceCents ?? priceCents
    const vatBasisPoints = one.vatBasisPoints ?? 2000
    const totalCents = count * unitCents
    const name = {
      variantId: one.id,
      sku: one.sku,
      name: one.name ?? 'Disque de frein avant',
      slug: 'disque-de-frein-avant',
    }
    return { ...name, quantity: count, unitCents, totalCents, vatBasisPoints }
  })
  const lines = vatPerLine(untaxed)
  const itemsCents = lines.reduce((sum, line) => sum + line.totalCents, 0)
  const { orderId } = await createOrder(db, {
    cartId: facts.cartId ?? newId(),
    email: facts.email ?? 'ines@example.fr',
    language: facts.language ?? 'fr',
    itemsCents,
    deliveryCents,
    deliveryVatBasisPoints: 2000,
    totalCents: itemsCents + deliveryCents,
    shippingAddress: facts.address ?? anAddress,
    billingAddress: facts.address ?? anAddress,
    deliveryMethod: 'home',
    deliveryName: 'À domicile',
    promoCode: facts.promoCode,
    needsValidation: facts.needsValidation,
    lines,
  })
  const reserved = await reserveStock(db, { holder: 'order', holderId: orderId, lines, minutes: null })
  if (!reserved.ok) throw new Error(`Nothing to order: ${reserved.reason}`)

  for (const to of wayTo(state)) await moved(db, orderId, to)
  const order = await findOrder(db, orderId)
  if (!order) throw new Error('The order is gone')
  return order
}

/** The shortest legal way from a new order, without the optional validation. */
function wayTo(goal: OrderState): OrderState[] {
  const ways: OrderState[][] = [['pending']]
  for (const way of ways) {
    const last = way.at(-1)
    if (last === goal) return way.slice(1)
    for (const [from, to] of LEGAL_TRANSITIONS)
      if (from === last && !way.includes(to)) ways.push([...way, to])
  }
  throw new Error(`No way leads to ${goal}`)
}

const WITHOUT_ACCOUNT: Actor[] = [{ kind: 'system' }, { kind: 'customer' }, { kind: 'carrier' }]

async function moved(db: Database, orderId: string, to: OrderState) {
  for (const actor of WITHOUT_ACCOUNT) if ((await transitionOrder(db, { orderId, to, actor })).ok) return
  if ((await transitionOrder(db, { orderId, to, actor: await aStaffMember(db, 10) })).ok) return
  throw new Error(`Nobody could bring the order to ${to}`)
}

export async function aStaffMember(db: Database, level: number): Promise<Actor> {
  const accountId = newId()
  await db
    .insert(accounts)
    .values({ id: accountId, email: `staff-${accountId}@example.fr`, passwordHash: 'none', level })
  return { kind: 'staff', accountId, level }
}
