import type { SubmissionResult } from '@conform-to/react'
import type { CartIntent } from './cart-forms'

/** What the cart answers to a form: which one it was, and what is wrong with it, or how many units are in the cart now. */
export type CartReply = {
  intent: CartIntent | null
  variantId: number | null
  result: SubmissionResult<string[]> | null
  unitCount?: number
}
