import { PARTS_OF_COUNTRIES, TERRITORIES, type Territory } from './territories'

/** Where goods go, as far as it is known: before the address, only the country. */
export type Destination = { country: string; postcode?: string; city?: string }

/** A country (`FR`), or a part of one where other rules hold (`ES-CN`): by what rates of VAT and zones of delivery go. */
export type Place = string

/** The same place whichever way its address is written: `FR 97110` and `GP 97110` are Guadeloupe. */
export function placeOf(destination: Destination): Place {
  return territoryOf(destination)?.code ?? destination.country
}

/** The country as it belongs on the address: that of its territory where that has a code of its own. */
export function countryOf(destination: Destination): string {
  const place = placeOf(destination)
  return isCountry(place) ? place : destination.country
}

/** Whether the postcode is one of this country's; undefined where no territory says so or denies it. */
export function isPostcodeThere(destination: Destination): boolean | undefined {
  if (territoryOf(destination)) return true
  return TERRITORIES.some(({ code }) => code === destination.country) ? false : undefined
}

/** The countries that addresses in this one may be written under: France for those in Guadeloupe. */
export function countriesWrittenFor(country: string): string[] {
  return TERRITORIES.filter(({ code }) => code === country).flatMap(({ writtenUnder }) => writtenUnder)
}

/** The territory that this is, when it is no country. */
export function partOfCountry(place: Place): (typeof PARTS_OF_COUNTRIES)[number] | undefined {
  return PARTS_OF_COUNTRIES.find((part) => part === place)
}

/** Whether a list of countries may offer it. */
export function isCountry(place: Place): boolean {
  return /^[A-Z]{2}$/.test(place)
}

function territoryOf({ country, postcode = '', city = '' }: Destination): Territory | undefined {
  const plain = postcode.toUpperCase().replace(/[\s-]/g, '')
  return TERRITORIES.find(
    ({ writtenUnder, postcodes, town }) =>
      writtenUnder.includes(country) && postcodes.test(plain) && (!town || town.test(city)),
  )
}
