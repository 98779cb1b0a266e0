import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { type Language, languageOfPath } from './i18n/language'
import { type Messages, translateIn } from './i18n/translate'
import { TranslationProvider } from './i18n/translation'
import { DocumentMarksContext } from './ui/document-marks'

declare global {
  // Libraries that make their own style elements read their nonce here.
  var __webpack_nonce__: string | undefined
}

// Another language is another document: only the messages of this one are loaded.
const MESSAGES: Record<Language, () => Promise<{ default: Messages }>> = {
  fr: () => import('./messages/fr'),
  en: () => import('./messages/en'),
}

const { pathname } = window.location
const language = languageOfPath(pathname)
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce
const requestId = document.querySelector<HTMLMetaElement>('meta[name="request-id"]')?.content
globalThis.__webpack_nonce__ = nonce

void MESSAGES[language]().then(({ default: messages }) => {
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <DocumentMarksContext.Provider value={{ nonce, requestId, pathname }}>
          <TranslationProvider t={translateIn(language, messages)}>
            <RemixBrowser />
          </TranslationProvider>
        </DocumentMarksContext.Provider>
      </StrictMode>,
    )
  })
})
