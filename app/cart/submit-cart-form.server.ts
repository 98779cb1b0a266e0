import { newToken } from '~/platform/ids.server'
import type { Shop } from '~/shop.server'
import type { CartForm } from './cart-forms'
import { type AddToCartOutcome, addToCart } from './cart-lines.server'
import { countCartItems, findCart } from './cart-queries.server'
import { type ChangeCartRefusal, changeCart } from './change-cart.server'
import { cartOrigin } from './visitor-cart.server'

export type SubmitCartFormOutcome =
  | { ok: true; token: string; unitCount: number }
  | Extract<AddToCartOutcome, { ok: false }>
  | ChangeCartRefusal
  | { ok: false; reason: 'no-cart' }
  | { ok: false; reason: 'too-many-carts' | 'too-many-tries'; retryAfterSeconds: number }

type Visitor = {
  token: string | null
  clientIp: string
  level: number | null
  /** An e-mail, as soon as it is known: of some codes each customer has a limit. */
  customer: string | null
}

/**
 * Does what a form of the cart asks, for the visitor whose token it is. The first addition opens a cart with a token of
 * the shop's own: one that opens no cart is not taken over, as whoever set it could know it.
 */
export async function submitCartForm(
  { db, env, limits }: Pick<Shop, 'db' | 'env' | 'limits'>,
  { form, visitor }: { form: CartForm; visitor: Visitor },
): Promise<SubmitCartFormOutcome> {
  const cart = await findCart(db, visitor.token)
  const token = cart && visitor.token ? visitor.token : newToken()
  if (form.intent === 'add') {
    const opening = cart ? { ok: true as const } : await limits.take('new-cart', visitor.clientIp)
    if (!opening.ok) return { ...opening, reason: 'too-many-carts' }
    const openedFrom = cartOrigin(visitor.clientIp, env)
    const added = await addToCart(db, { ...form, token, openedFrom, level: visitor.level })
    return added.ok ? { ok: true, token, unitCount: added.unitsInAll } : added
  }
  if (!cart) return { ok: false, reason: 'no-cart' }
  const trying =
    form.intent === 'apply-code' ? await limits.take('promo-code', visitor.clientIp) : { ok: true as const }
  if (!trying.ok) return { ...trying, reason: 'too-many-tries' }
  const { level, customer } = visitor
  const changed = await changeCart(db, { cartId: cart.id, form, level, customer })
  return changed.ok ? { ok: true, token, unitCount: await countCartItems(db, token) } : changed
}
