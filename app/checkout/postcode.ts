import { postcodeValidator, postcodeValidatorExistsForCountry } from 'postcode-validator'

/** As it is written on an envelope: capitals, single spaces. */
export function tidyPostcode(typed: string): string {
  return typed.toUpperCase().replace(/\s+/g, ' ').trim()
}

export function isPostcodeOf(country: string, postcode: string): boolean {
  if (!postcodeValidatorExistsForCountry(country)) return /^[A-Z0-9][A-Z0-9 -]{1,11}$/.test(postcode)
  return postcodeValidator(postcode, country)
}

/** French postcodes that lie where delivery and taxes are not those of France. */
const ELSEWHERE: Record<string, string> = {
  '971': 'GP',
  '972': 'MQ',
  '973': 'GF',
  '974': 'RE',
  '975': 'PM',
  '976': 'YT',
  '977': 'BL',
  '978': 'MF',
  '980': 'MC',
  '986': 'WF',
  '987': 'PF',
  '988': 'NC',
}

/** The territory that a postcode given as French belongs to, or undefined when it lies in France itself. */
export function territoryOf(country: string, postcode: string): string | undefined {
  return country === 'FR' ? ELSEWHERE[postcode.slice(0, 3)] : undefined
}
