import { postcodeValidator, postcodeValidatorExistsForCountry } from 'postcode-validator'
import { tidyCode } from '~/text/typed-text'

/** How postcodes are written on envelopes where they are more than one row of digits. */
const SHAPES: Record<string, [pattern: RegExp, written: string]> = {
  CZ: [/^(\d{3})(\d{2})$/, '$1 $2'],
  GR: [/^(\d{3})(\d{2})$/, '$1 $2'],
  SE: [/^(\d{3})(\d{2})$/, '$1 $2'],
  SK: [/^(\d{3})(\d{2})$/, '$1 $2'],
  PL: [/^(\d{2})(\d{3})$/, '$1-$2'],
  PT: [/^(\d{4})(\d{3})$/, '$1-$2'],
  LV: [/^(\d{4})$/, 'LV-$1'],
  NL: [/^(\d{4})([A-Z]{2})$/, '$1 $2'],
  IE: [/^(\w{3})(\w{4})$/, '$1 $2'],
  GB: [/^(\w{2,4})(\w{3})$/, '$1 $2'],
}

/** The letters that people put before a postcode: those of the country, or those its cars bear. */
const CAR_LETTERS: Record<string, string> = {
  AT: 'A',
  BE: 'B',
  DE: 'D',
  ES: 'E',
  FI: 'FIN',
  FR: 'F',
  HU: 'H',
  IT: 'I',
  LU: 'L',
  NO: 'N',
  PT: 'P',
  SE: 'S',
  SI: 'SLO',
}

/**
 * A postcode of this country as it is written on an envelope, however it was typed: `F-69003`, `69 003`, `sw1a1aa`,
 * `00950`. Null: it is none. Countries whose postcodes nobody checks may have any.
 */
export function readPostcode(country: string, typed: string): string | null {
  const tidy = tidyCode(typed).toUpperCase()
  if (!postcodeValidatorExistsForCountry(country))
    return /^[A-Z0-9][A-Z0-9 -]{1,11}$/.test(tidy) ? tidy : null
  const bare = tidy.replace(/[^A-Z0-9]/g, '')
  const [pattern, written] = SHAPES[country] ?? [/^$/, '']
  const readings = [
    withoutLetters(country, bare).replace(pattern, written),
    bare.replace(pattern, written),
    tidy,
  ]
  return readings.find((postcode) => postcodeValidator(postcode, country)) ?? null
}

function withoutLetters(country: string, bare: string): string {
  const letters = [country, CAR_LETTERS[country]].find((sign) => sign && bare.startsWith(sign))
  const rest = bare.slice(letters?.length ?? 0)
  return /^\d/.test(rest) ? rest : bare
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
