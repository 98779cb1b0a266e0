import type { CartReply } from '../cart-reply'
import type { CartView } from '../read-cart.server'

export type CartPageProps = {
  cart: CartView
  countries: readonly { value: string; label: string }[]
  /** Why the code noted on the cart has no effect. */
  codeProblem: string | null
  reply: CartReply | undefined
}
