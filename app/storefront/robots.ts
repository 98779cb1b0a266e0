import { LANGUAGES, localPath } from '~/i18n/language'

/** Pages that belong to one shopper, or answer only what a shopper asked. */
const PERSONAL = ['/cart', '/checkout', '/account', '/order/', '/sign-in', '/register']
const NOT_PAGES = ['/admin', '/api/', '/dev/', '/webhooks/', '/sandbox-bank/']

/** What crawlers are asked to leave alone, and where they find the rest. */
export function robotsText(origin: string): string {
  const closed = [
    ...LANGUAGES.flatMap((language) => PERSONAL.map((path) => localPath(language, path))),
    ...NOT_PAGES,
  ]
  return [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n')
}
