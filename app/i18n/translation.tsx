import { createContext, type ReactNode, useContext } from 'react'
import type { Translate } from './translate'

const TranslationContext = createContext<Translate | null>(null)

export function TranslationProvider({ t, children }: { t: Translate; children: ReactNode }) {
  return <TranslationContext.Provider value={t}>{children}</TranslationContext.Provider>
}

/** The words of the page's language: `const { t } = useTranslation()`, then `t('cart.title')`. */
export function useTranslation(): { t: Translate } {
  const t = useContext(TranslationContext)
  if (!t) throw new Error('useTranslation is used outside a TranslationProvider')
  return { t }
}
