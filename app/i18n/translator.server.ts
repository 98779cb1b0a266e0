import en from '~/messages/en'
import fr from '~/messages/fr'
import type { Language } from './language'
import { type Translate, translateIn } from './translate'

const TRANSLATORS: Record<Language, Translate> = { fr: translateIn('fr', fr), en: translateIn('en', en) }

/** The words of a language, outside a page: in loaders, mails and papers. */
export function translator(language: Language): Translate {
  return TRANSLATORS[language]
}
