import { z } from 'zod'
import { typedCode } from '~/text/typed-fields'
import { MOST_OF_ONE } from './changes/cart-limits'

// Plain digits only: Number() would also read '1e2', '0x10' and ' '.
const count = (least: number) =>
  typedCode(200)
    .pipe(z.string().regex(/^\d{1,6}$/, { error: 'cart.errors.quantity' }))
    .transform(Number)
    .pipe(
      z
        .number()
        .min(least, { error: 'cart.errors.quantity' })
        .max(MOST_OF_ONE, { error: 'cart.errors.mostOfOne' }),
    )
const variantId = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)

/** Everything that can be asked of the cart; `intent` says what. */
export const cartForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add'), variantId, quantity: count(1) }),
  z.object({ intent: z.literal('change'), variantId, quantity: count(0) }),
  z.object({ intent: z.literal('remove'), variantId }),
  z.object({ intent: z.literal('clear') }),
  z.object({ intent: z.literal('accept') }),
  z.object({ intent: z.literal('apply-code'), code: typedCode(60) }),
  z.object({ intent: z.literal('remove-code') }),
  z.object({ intent: z.literal('country'), country: z.string().regex(/^[A-Z]{2}$/) }),
])

export type CartForm = z.infer<typeof cartForm>
export type CartIntent = CartForm['intent']

const INTENTS: readonly unknown[] = cartForm.options.map((option) => option.shape.intent.value)

export function isCartIntent(value: unknown): value is CartIntent {
  return INTENTS.includes(value)
}
