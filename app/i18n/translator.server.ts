import en from '~/messages/en'
import fr from '~/messages/fr'
import type { Language } from './language'
import { roomOfKey, type Translate, translateIn } from './translate'

const TRANSLATORS: Record<Language, Translate> = { fr: translateIn('fr', fr), en: translateIn('en', en) }

/** The words of a language, outside a page: in loaders, mails and papers. */
export function translator(language: Language): Translate {
  return TRANSLATORS[language]
}

/** The same for one page, which tells the browser whose words it will need. */
export function translatorThatListens(language: Language) {
  const rooms = new Set<string>()
  const t: Translate = (key, values) => {
    rooms.add(roomOfKey(key))
    return TRANSLATORS[language](key, values)
  }
  const spokenRooms = () => [...rooms].filter((room) => Object.hasOwn(fr, room)).join(' ')
  return { language, t, spokenRooms }
}
