import { postcodeValidator, postcodeValidatorExistsForCountry } from 'postcode-validator'
import { type Destination, isPostcodeThere } from '~/places/place-of'
import { tidyCode } from '~/text/typed-text'

const BRITISH: [RegExp, string] = [/^(\w{2,4})(\w{3})$/, '$1 $2']

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
  GB: BRITISH,
  IM: BRITISH,
  JE: BRITISH,
  GG: BRITISH,
  GI: BRITISH,
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
 * `00950`; also one of a territory under the country it belongs to. Null: it is none. Countries whose postcodes nobody
 * checks may have any.
 */
export function readPostcode({ country, postcode, city }: Required<Destination>): string | null {
  const tidy = tidyCode(postcode).toUpperCase()
  const bare = tidy.replace(/[^A-Z0-9]/g, '')
  const [pattern, written] = SHAPES[country] ?? [/^$/, '']
  const readings = [
    withoutLetters(country, bare).replace(pattern, written),
    bare.replace(pattern, written),
    tidy,
  ]
  if (!postcodeValidatorExistsForCountry(country)) readings.splice(0, 2)
  return readings.find((reading) => isPostcodeOf({ country, postcode: reading, city })) ?? null
}

function isPostcodeOf({ country, postcode, city }: Required<Destination>): boolean {
  const isThere = isPostcodeThere({ country, postcode, city })
  if (isThere !== undefined) return isThere
  if (!postcodeValidatorExistsForCountry(country)) return /^[A-Z0-9][A-Z0-9 -]{1,11}$/.test(postcode)
  return postcodeValidator(postcode, country)
}

function withoutLetters(country: string, bare: string): string {
  const letters = [country, CAR_LETTERS[country]].find((sign) => sign && bare.startsWith(sign))
  const rest = bare.slice(letters?.length ?? 0)
  return /^\d/.test(rest) ? rest : bare
}
