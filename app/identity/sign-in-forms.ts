import { z } from 'zod'

/** Longer than any passphrase a person types; longer ones are refused before they are hashed. */
const LONGEST_PASSWORD = 256

export const signInForm = z.object({
  email: z.email().max(254),
  password: z.string().min(1).max(LONGEST_PASSWORD),
})
