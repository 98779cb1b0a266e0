import { countryName } from '~/delivery/country-names'
import type { Language } from '~/i18n/language'
import type { PostalAddress } from './postal-address'

/** An address as it is written on a parcel. */
export function addressLines(address: PostalAddress, language: Language): string[] {
  return [
    address.fullName,
    address.company,
    address.street,
    address.street2,
    `${address.postcode} ${address.city}`,
    countryName(address.country, language),
  ].filter((line): line is string => Boolean(line))
}
