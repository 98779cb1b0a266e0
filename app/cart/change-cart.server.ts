import type { Database } from '~/platform/db.server'
import { applyPromoCode, removePromoCode } from './apply-promo-code.server'
import type { CartForm } from './cart-forms'
import { changeCartLine, clearCart, removeCartLine } from './cart-lines.server'
import { acceptCartChanges } from './changes/accept-cart-changes.server'
import { setCartCountry } from './set-cart-country.server'

/** Does with an existing cart what a form of its page asks. */
export function changeCart(
  db: Database,
  {
    cartId,
    form,
    level,
    customer,
  }: {
    cartId: string
    form: Exclude<CartForm, { intent: 'add' }>
    level: number | null
    customer: string | null
  },
) {
  switch (form.intent) {
    case 'change':
      return changeCartLine(db, { cartId, variantId: form.variantId, quantity: form.quantity, level })
    case 'remove':
      return removeCartLine(db, { cartId, variantId: form.variantId })
    case 'clear':
      return clearCart(db, { cartId })
    case 'accept':
      return acceptCartChanges(db, { cartId, level })
    case 'apply-code':
      return applyPromoCode(db, { cartId, code: form.code, level, customer })
    case 'remove-code':
      return removePromoCode(db, { cartId })
    case 'country':
      return setCartCountry(db, { cartId, country: form.country })
  }
}

export type ChangeCartRefusal = Extract<Awaited<ReturnType<typeof changeCart>>, { ok: false }>
