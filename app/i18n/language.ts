/**
 * The languages of the shop: the one list. When you add one, add its messages to each room and its register to
 * `app/messages`; the search knows by itself only the words of these two (`search/documents`).
 */
export const LANGUAGES = ['fr', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
export const DEFAULT_LANGUAGE: Language = 'fr'
/** Those whose pages lie under a path of their own: `/en`. */
export const PREFIXED_LANGUAGES = LANGUAGES.filter((language) => language !== DEFAULT_LANGUAGE)

/** What the language calls itself, for links that lead to it. */
export const LANGUAGE_NAMES: Record<Language, string> = { fr: 'Français', en: 'English' }

const LOCALES: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' }

const PREFIX = `/(${PREFIXED_LANGUAGES.join('|')})`
// Remix asks for `/en.data` when it fetches the English home page; paths match whatever their case.
const PREFIXED_PATH = new RegExp(`^${PREFIX}(?=/|\\.data$|$)`, 'i')
const PREFIX_OF_PATH = new RegExp(`^${PREFIX}(?=[/?#]|$)`, 'i')

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.includes(value as Language)
}

export function localeOf(language: Language): string {
  return LOCALES[language]
}

export function languageOfPath(pathname: string): Language {
  const prefix = PREFIXED_PATH.exec(pathname)?.[1]?.toLowerCase()
  return isLanguage(prefix) ? prefix : DEFAULT_LANGUAGE
}

export function languageOf(request: Request): Language {
  return languageOfPath(new URL(request.url).pathname)
}

/** The French path of any shop path: `/en/cart` and `/cart` are both `/cart`. Never the `//host` of another site. */
export function pathWithoutLanguage(path: string): string {
  const rest = path.replace(PREFIX_OF_PATH, '')
  return `/${rest.replace(/^[/\\]+/, '')}`
}

/** The path of a shop page in a language. Harmless on a path that already has its language. */
export function localPath(language: Language, path: string): string {
  const french = pathWithoutLanguage(path)
  if (language === DEFAULT_LANGUAGE) return french
  return french.replace(/^\/(?=[?#]|$)/, '').replace(/^/, `/${language}`)
}
