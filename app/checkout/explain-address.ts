import { countryName } from '~/delivery/country-names'
import type { Language } from '~/i18n/language'
import { message } from '~/i18n/message'
import type { Translate } from '~/i18n/translate'
import { partOfCountry } from '~/places/place-of'
import type { SaveAddressOutcome } from './save-address.server'

type Refusal = Exclude<SaveAddressOutcome, { ok: true }>

/** Why goods cannot be sent to an address, as a message beside its country. */
export function explainAddress(
  { place }: Refusal,
  { language, t }: { language: Language; t: Translate },
): string {
  const part = partOfCountry(place)
  return part
    ? message('checkout.errors.notServedTerritory', { place: t(`checkout.territories.${part}`) })
    : message('checkout.errors.notServed', { place: countryName(place, language) })
}
