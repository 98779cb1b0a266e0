import type { Language } from '~/i18n/language'
import { contact } from './contact.server'
import { delivery } from './delivery.server'
import type { LegalPage, LegalText, Seller } from './legal-text'
import { mediation } from './mediation.server'
import { notice } from './notice.server'
import { privacy } from './privacy.server'
import { returns } from './returns.server'
import { termsInEnglish } from './terms-en.server'
import { termsInFrench } from './terms-fr.server'
import { warranties } from './warranties.server'

/** In the order in which they are offered. The names are those of the addresses, in both languages. */
const PAGES: Record<string, LegalPage> = {
  contact,
  delivery,
  returns,
  warranties,
  terms: { fr: termsInFrench, en: termsInEnglish },
  privacy,
  notice,
  mediation,
}

export function findLegalText(page: string, language: Language, seller: Seller): LegalText | null {
  return Object.hasOwn(PAGES, page) ? (PAGES[page]?.[language](seller) ?? null) : null
}

export function listLegalPages(language: Language, seller: Seller): { page: string; title: string }[] {
  return Object.entries(PAGES).map(([page, texts]) => ({ page, title: texts[language](seller).title }))
}
