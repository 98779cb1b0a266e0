import type { Language } from '~/i18n/language'
import { contact } from './legal/contact.server'
import { delivery } from './legal/delivery.server'
import type { LegalPage, LegalText, Seller } from './legal/legal-text'
import { mediation } from './legal/mediation.server'
import { notice } from './legal/notice.server'
import { privacy } from './legal/privacy.server'
import { returns } from './legal/returns.server'
import { termsInEnglish } from './legal/terms-en.server'
import { termsInFrench } from './legal/terms-fr.server'
import { warranties } from './legal/warranties.server'

/** In the order in which they are offered. The names are those of the URLs, in both languages. */
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
