import { charactersIn } from '~/text/cut-text'
import { isStaff } from './access'

/** Longer than any passphrase a person types; longer ones are refused before they are hashed. */
export const LONGEST_PASSWORD = 256

/** CNIL (2022) and NIST SP 800-63B-4: length alone counts where attempts are limited; no rules of composition. */
export const LEAST_CHARACTERS = 12
/** Staff have a second factor beside it, and more to lose. */
const LEAST_CHARACTERS_OF_STAFF = 15

export function leastCharacters(level: number): number {
  return isStaff({ level }) ? LEAST_CHARACTERS_OF_STAFF : LEAST_CHARACTERS
}

export function isTooShort(password: string, level: number): boolean {
  return charactersIn(password.normalize('NFKC')) < leastCharacters(level)
}
