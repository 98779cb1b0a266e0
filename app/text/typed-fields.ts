import { z } from 'zod'
import { message } from '~/i18n/message'
import { holdsCardNumber } from './card-number'
import { charactersIn } from './cut-text'
import { readEmail } from './email'
import { tidyCode, tidyText } from './typed-text'

/**
 * The kinds of fields that forms are made of. Whatever a person types is tidied before it is checked, and never holds the
 * number of a card; lengths count characters as people see them on the form, not bytes.
 */

/** A name or a line of prose. */
export const typedLine = (most: number) => typed(tidyText, most)

/** A number, a code, a reference, a search: what is read for its meaning. */
export const typedCode = (most: number) => typed(tidyCode, most)

/** One e-mail address. */
export function typedEmail() {
  return z.string().transform((typed, context) => {
    const email = readEmail(typed)
    if (email && !holdsCardNumber(email)) return email
    const message = email ? 'ui.errors.cardNumber' : 'ui.errors.email'
    context.addIssue({ code: 'custom', message, input: typed })
    return z.NEVER
  })
}

/** Never refused for what it holds: whoever reads it decides what of it is of use. */
export const typedAnyhow = () => z.string().transform(tidyCode)

/** Kept to the letter, spaces and all. */
export const typedSecret = (most: number) => z.string().min(1).max(most)

/** A hidden field or a choice: the page wrote it, and somebody looks it up or compares it. */
export const writtenByPage = (most: number) => z.string().max(most)

/** Room for what is tidied away; nobody types more than that, and nothing longer is looked at. */
const ROOM = 20

function typed(tidy: (typed: string) => string, most: number) {
  const error = message('ui.errors.tooLong', { count: most })
  return z
    .string()
    .max(most * ROOM, { error })
    .transform(tidy)
    .pipe(
      z
        .string()
        .min(1)
        .refine((text) => !holdsCardNumber(text), { error: 'ui.errors.cardNumber' })
        .refine((text) => charactersIn(text) <= most, { error }),
    )
}
