import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { languageOfPath } from './i18n/language'
import { SPOKEN_ROOMS, TranslationProvider } from './i18n/translation'
import { wordsInBrowser } from './i18n/words-in-browser'
import { DocumentMarksContext } from './ui/document-marks'

declare global {
  // Libraries that make their own style elements read their nonce here.
  var __webpack_nonce__: string | undefined
}

// Another language is another document, and other rooms may never be visited: each file is fetched when it is needed.
const FILES = import.meta.glob<Record<string, unknown>>('./*/messages.{fr,en}.json', { import: 'default' })

const { pathname } = window.location
const language = languageOfPath(pathname)
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce
const requestId = document.querySelector<HTMLMetaElement>('meta[name="request-id"]')?.content
globalThis.__webpack_nonce__ = nonce

const words = wordsInBrowser(language, (room) => FILES[`./${room}/messages.${language}.json`]?.())
const rooms = document.getElementById(SPOKEN_ROOMS)?.dataset.rooms ?? ''

void words.learnAll(rooms.split(' ')).then(() => {
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <DocumentMarksContext.Provider value={{ nonce, requestId, pathname }}>
          <TranslationProvider language={language} t={words.t} spokenRooms={() => rooms}>
            <RemixBrowser />
          </TranslationProvider>
        </DocumentMarksContext.Provider>
      </StrictMode>,
    )
  })
})
