import type { z } from 'zod'
import { message } from './message'

type FormErrorMap = z.core.$ZodErrorMap

/**
 * Words what zod finds wrong in a form: `parseWithZod(form, { schema, error: formErrors })`.
 * A schema that gives its own message key keeps it.
 */
export const formErrors: FormErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return message('ui.errors.required')
      return message(
        issue.expected === 'number' || issue.expected === 'int' ? 'ui.errors.number' : 'ui.errors.invalid',
      )
    case 'too_small':
      if (issue.origin === 'string') {
        return Number(issue.minimum) <= 1
          ? message('ui.errors.required')
          : message('ui.errors.tooShort', { count: Number(issue.minimum) })
      }
      return message('ui.errors.tooSmall', { minimum: String(issue.minimum) })
    case 'too_big':
      if (issue.origin === 'string') return message('ui.errors.tooLong', { count: Number(issue.maximum) })
      return message('ui.errors.tooBig', { maximum: String(issue.maximum) })
    case 'invalid_format':
      return message(issue.format === 'email' ? 'ui.errors.email' : 'ui.errors.invalid')
    case 'invalid_value':
      return message('ui.errors.choice')
    default:
      return message('ui.errors.invalid')
  }
}
