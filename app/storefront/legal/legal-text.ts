import type { Language } from '~/i18n/language'
import type { Settings } from '~/settings/settings'

/** Who sells, as the settings say. */
export type Seller = Settings['shop']

/** A paragraph, or the points of a list. */
export type Passage = string | string[]

export type LegalText = {
  title: string
  description: string
  sections: { heading: string; passages: Passage[] }[]
}

/** One text in both languages. It lives on the server: no script carries it. */
export type LegalPage = Record<Language, (seller: Seller) => LegalText>

export function addressOf({ street, postcode, city }: Seller): string {
  return `${street}, ${postcode} ${city}`
}
