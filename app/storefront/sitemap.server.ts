import { pipeline, Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { SitemapIndexStream, type SitemapItemLoose, SitemapStream } from 'sitemap'
import { DEFAULT_LANGUAGE, LANGUAGES, type Language, localPath } from '~/i18n/language'

/** What one file may hold by the protocol. */
export const URLS_PER_SITEMAP = 50_000
/** Each page has one URL per language. */
export const PAGES_PER_SITEMAP = URLS_PER_SITEMAP / LANGUAGES.length
const LONGEST_URL = 2_048
/** So many pages are written in one go; then whoever else waits is served. */
const PAGES_AT_ONCE = 50

/** A page by its French path. */
export type SitemapPage = { path: string; updatedAt?: Date }

/** The list of sitemaps, as XML. */
export function sitemapIndex(origin: string, names: readonly string[]): Readable {
  const xml = new SitemapIndexStream()
  const entries = names.map((name) => ({ url: `${origin}/sitemaps/${name}.xml` }))
  return pipeline(Readable.from(entries), xml, endWithReader)
}

/** Pages with their URLs in all languages, as XML; read as fast as it is taken away. */
export function sitemapOf(origin: string, pages: AsyncIterable<SitemapPage>): Readable {
  const xml = new SitemapStream({ xmlns: { news: false, image: false, video: false, xhtml: true } })
  return pipeline(Readable.from(urlsOf(origin, pages)), xml, endWithReader)
}

async function* urlsOf(origin: string, pages: AsyncIterable<SitemapPage>): AsyncGenerator<SitemapItemLoose> {
  let written = 0
  for await (const { path, updatedAt } of pages) {
    written += 1
    if (written % PAGES_AT_ONCE === 0) await setImmediate()
    const urlIn = (language: Language) => origin + encodeURI(localPath(language, path))
    const editions = LANGUAGES.map((lang) => ({ lang: lang as string, url: urlIn(lang) }))
    if (editions.some(({ url }) => url.length > LONGEST_URL)) continue
    const links = [...editions, { lang: 'x-default', url: urlIn(DEFAULT_LANGUAGE) }]
    for (const { url } of editions)
      yield { url, links, ...(updatedAt && { lastmod: updatedAt.toISOString() }) }
  }
}

/** A reader who goes away destroys the stream, and with it the query behind; there is nobody left to tell. */
function endWithReader() {}
