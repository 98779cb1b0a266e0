export const LANGUAGES = ['fr', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
export const DEFAULT_LANGUAGE: Language = 'fr'

/** What the language calls itself, for links that lead to it. */
export const LANGUAGE_NAMES: Record<Language, string> = { fr: 'Français', en: 'English' }

const LOCALES: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' }

// Remix asks for `/en.data` when it fetches the English home page; paths match whatever their case.
const ENGLISH_PATH = /^\/en(?=\/|\.data$|$)/i

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.includes(value as Language)
}

export function localeOf(language: Language): string {
  return LOCALES[language]
}

export function languageOfPath(pathname: string): Language {
  return ENGLISH_PATH.test(pathname) ? 'en' : DEFAULT_LANGUAGE
}

export function languageOf(request: Request): Language {
  return languageOfPath(new URL(request.url).pathname)
}

/** The French path of any shop path: `/en/cart` and `/cart` are both `/cart`. Never the `//host` of another site. */
export function pathWithoutLanguage(path: string): string {
  const rest = path.replace(/^\/en(?=[/?#]|$)/i, '')
  return `/${rest.replace(/^[/\\]+/, '')}`
}

/** The path of a shop page in a language. Harmless on a path that already has its language. */
export function localPath(language: Language, path: string): string {
  const french = pathWithoutLanguage(path)
  if (language === DEFAULT_LANGUAGE) return french
  return french.replace(/^\/(?=[?#]|$)/, '').replace(/^/, `/${language}`)
}
