import type { Language } from '~/i18n/language'
import { message } from '~/i18n/message'
import { formatMoney } from '~/money/format'
import type { PromoRefusal } from '~/promotions/check-promo-code.server'
import type { CartIntent } from './cart-forms'
import type { SubmitCartFormOutcome } from './submit-cart-form.server'

export type CartRefusal = Extract<SubmitCartFormOutcome, { ok: false }>

/** Why the cart could not be changed, as a message for the page. */
export function explainCartRefusal(refusal: CartRefusal, language: Language): string {
  switch (refusal.reason) {
    case 'not-sold':
      return message('cart.refused.notSold')
    case 'not-enough-stock':
      return refusal.available > 0
        ? message('cart.refused.onlySomeLeft', { count: refusal.available })
        : message('cart.refused.soldOut')
    case 'too-many-of-one':
      return message('cart.refused.mostOfOne', { most: refusal.most })
    case 'too-many-in-all':
      return message('cart.refused.mostInAll', { most: refusal.most })
    case 'already-ordered':
      return message('cart.refused.alreadyOrdered')
    case 'not-in-cart':
      return message('cart.refused.notInCart')
    case 'empty':
      return message('cart.refused.empty')
    case 'not-served':
      return message('cart.refused.notServed')
    case 'no-cart':
      return message('cart.refused.noCart')
    case 'too-many-carts':
      return message('cart.refused.tooManyCarts')
    case 'too-many-tries':
      return message('cart.code.tooManyTries', { count: Math.ceil(refusal.retryAfterSeconds / 60) })
    default:
      return explainPromoRefusal(refusal, language)
  }
}

/** The field a refusal stands beside; '' for the whole form. */
export function fieldOfRefusal({ reason }: CartRefusal, intent: CartIntent): string {
  if (reason === 'no-cart' || reason === 'already-ordered') return ''
  if (intent === 'add' || intent === 'change') return 'quantity'
  if (intent === 'apply-code') return 'code'
  return intent === 'country' ? 'country' : ''
}

export function explainPromoRefusal(refusal: PromoRefusal, language: Language): string {
  switch (refusal.reason) {
    case 'unknown':
      return message('cart.code.unknown')
    case 'not-yet':
      return message('cart.code.notYet')
    case 'expired':
      return message('cart.code.expired')
    case 'used-up':
      return message('cart.code.usedUp')
    case 'used-by-you':
      return message('cart.code.usedByYou')
    case 'not-for-these':
      return message('cart.code.notForThese')
    case 'not-for-you':
      return message('cart.code.notForYou')
    case 'below-minimum':
      return message('cart.code.belowMinimum', { minimum: formatMoney(refusal.minimumCents, language) })
  }
}
