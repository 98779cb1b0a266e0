import { z } from 'zod'
import { typedEmail, typedSecret } from '~/text/typed-fields'

/** Longer than any passphrase a person types; longer ones are refused before they are hashed. */
const LONGEST_PASSWORD = 256

export const signInForm = z.object({
  email: typedEmail(),
  password: typedSecret(LONGEST_PASSWORD),
})
