import {
  type CountryCode,
  findPhoneNumbersInText,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min'
import { holdsCardNumber } from '~/text/card-number'
import { tidyCode } from '~/text/typed-text'

const LONGEST = 40
const DIGITS = /^\+?(?:[^\d+]*\d){5,15}[^\d+]*$/

/**
 * The number that a carrier may call, as it is dialled from anywhere; of two, the first. What no directory knows is kept
 * as it was typed while it may be a number at all, since no order waits for one. Null: there is none in it.
 */
export function readTelephone(country: string, typed: string): string | null {
  const plain = tidyCode(typed).replace(/\+\s+/g, '+')
  if (holdsCardNumber(plain)) return null
  const home = isSupportedCountry(country) ? country : undefined
  const known = knownNumber(plain, home)
  if (known) return known
  return plain.length <= LONGEST && DIGITS.test(plain) ? plain : null
}

function knownNumber(plain: string, home: CountryCode | undefined): string | undefined {
  const whole = parsePhoneNumberFromString(plain, home)
  if (whole?.isValid()) return whole.formatInternational()
  const [first] = findPhoneNumbersInText(plain.slice(0, 200), home)
  return first?.number.isValid() ? first.number.formatInternational() : undefined
}
