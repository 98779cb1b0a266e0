import type { i18n, TFunction } from 'i18next'
import en from '~/messages/en'
import fr from '~/messages/fr'
import type { Language } from './language'
import { speaker } from './speak'

// One speaker per language serves every request: nobody ever changes the language of one.
const SPEAKERS: Record<Language, i18n> = { fr: speaker('fr', fr), en: speaker('en', en) }

export function speakerOf(language: Language): i18n {
  return SPEAKERS[language]
}

export function translator(language: Language): TFunction {
  return SPEAKERS[language].t
}
