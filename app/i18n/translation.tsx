import { createContext, type ReactNode, useContext } from 'react'
import type { Language } from './language'
import type { Translate } from './translate'

type Words = {
  t: Translate
  /** One for the whole document: another language is another document. */
  language: Language
  /** The rooms that have spoken on the page so far, for the browser to fetch before it takes over. */
  spokenRooms: () => string
}

const WordsContext = createContext<Words | null>(null)

export function TranslationProvider({ children, ...words }: Words & { children: ReactNode }) {
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>
}

/** The words of the page's language: `const { t } = useTranslation()`, then `t('cart.title')`. */
export function useTranslation(): { t: Translate } {
  return useWords()
}

export function useLanguage(): Language {
  return useWords().language
}

export const SPOKEN_ROOMS = 'spoken-rooms'

/** Stands last in the body, when everybody has spoken. */
export function SpokenRooms() {
  return <template id={SPOKEN_ROOMS} data-rooms={useWords().spokenRooms()} />
}

function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('useTranslation is used outside a TranslationProvider')
  return words
}
