import i18next, { type i18n } from 'i18next'
import type fr from '~/messages/fr'
import type { Language } from './language'

export type Messages = typeof fr

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: Messages }
    returnNull: false
  }
}

/** A speaker of one language: ready at once, since its messages are handed to it. */
export function speaker(language: Language, messages: Messages): i18n {
  const instance = i18next.createInstance()
  void instance.init({
    lng: language,
    resources: { [language]: { translation: messages } },
    fallbackLng: false,
    initAsync: false,
    // React and the mail templates escape what they show.
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  })
  return instance
}
