import { z } from 'zod'
import { typedAnyhow, typedCode, typedEmail, typedLine, typedSecret } from '~/text/typed-fields'
import { LONGEST_PASSWORD } from '../password-rules'

/** A public name: letters and digits of any script, and the signs that join them. */
const USERNAME = /^[\p{L}\p{N}](?:[\p{L}\p{N}._-]{1,28})[\p{L}\p{N}]$/u

export const registerForm = z.object({
  email: typedEmail(),
  name: typedLine(100),
  password: typedSecret(LONGEST_PASSWORD),
  username: typedCode(30)
    .pipe(z.string().regex(USERNAME, { error: 'identity.errors.username' }))
    .optional(),
  phone: typedAnyhow().optional(),
  formOfAddress: z.enum(['none', 'ms', 'mr']).default('none'),
  wantsToSell: z.literal('on').optional(),
  terms: z.literal('on', { error: 'identity.errors.terms' }),
})

/** What the shop keeps of it. */
export type Registration = {
  email: string
  name: string
  password: string
  username?: string
  phone: string
  formOfAddress: 'none' | 'ms' | 'mr'
  wantsToSell: boolean
}
