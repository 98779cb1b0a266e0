import { z } from 'zod'
import { message } from '~/i18n/message'
import { holdsCardNumber } from './card-number'

/** Control characters, and the marks that turn the direction of writing: they hide what a line really says. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u

/**
 * One line that a person types: any script and any punctuation, composed the same way whatever the keyboard sent. Its
 * length is counted in characters as people see them on a form, not in bytes.
 */
export function typedLine(maximum: number) {
  return z
    .string()
    .transform((typed) => typed.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(1)
        .refine((line) => !UNPRINTABLE.test(line), { error: 'checkout.errors.unprintable' })
        .refine((line) => !holdsCardNumber(line), { error: 'checkout.errors.cardNumber' })
        .refine((line) => [...line].length <= maximum, {
          error: message('ui.errors.tooLong', { count: maximum }),
        }),
    )
}
