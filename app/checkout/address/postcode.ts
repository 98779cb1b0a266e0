import { postcodeValidator, postcodeValidatorExistsForCountry } from 'postcode-validator'
import { countriesWrittenFor, type Destination, isPostcodeThere } from '~/places/place-of'
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
  GB: 'UK',
  HU: 'H',
  IE: 'IRL',
  IT: 'I',
  LI: 'FL',
  LU: 'L',
  NO: 'N',
  PT: 'P',
  SE: 'S',
  SI: 'SLO',
  VA: 'V',
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
  const shaped = [...withoutLetters(country, bare), bare].map((code) => code.replace(pattern, written))
  const readings = postcodeValidatorExistsForCountry(country) ? [...shaped, tidy] : [tidy]
  return readings.find((reading) => isPostcodeOf({ country, postcode: reading, city })) ?? null
}

function isPostcodeOf({ country, postcode, city }: Required<Destination>): boolean {
  const isThere = isPostcodeThere({ country, postcode, city })
  if (isThere !== undefined) return isThere
  if (!postcodeValidatorExistsForCountry(country)) return /^[A-Z0-9][A-Z0-9 -]{1,11}$/.test(postcode)
  return postcodeValidator(postcode, country)
}

/** What is left of it without the letters of its country, or of the one that its addresses are written under. */
function withoutLetters(country: string, bare: string): string[] {
  return [country, ...countriesWrittenFor(country)]
    .flatMap((written) => [written, CAR_LETTERS[written] ?? written])
    .filter((letters) => bare.startsWith(letters))
    .map((letters) => bare.slice(letters.length))
}
