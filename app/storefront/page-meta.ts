import type { MetaDescriptor } from '@remix-run/node'
import { DEFAULT_LANGUAGE, LANGUAGES, languageOfPath, localeOf, localPath } from '~/i18n/language'

export type PageAbout = {
  title: string
  description?: string
  /** Address of the picture shown where the page is shared. */
  image?: string
  type?: 'website' | 'product' | 'article'
  /**
   * The French path of the thing shown, with the query that belongs to it (`?page=2`), however it was asked for. A page that
   * names none is kept out of search engines.
   */
  canonicalPath?: string
  /** Kept out of search engines: carts, accounts, combinations of facets. */
  noindex?: boolean
}

type MetaArgs = {
  location: { pathname: string }
  matches: ({ id: string; data: unknown } | undefined)[]
}

/** The head of a shop page: title, description, canonical, both languages, Open Graph. Call it from `meta`. */
export function pageMeta({ location, matches }: MetaArgs, about: PageAbout | undefined): MetaDescriptor[] {
  const root = matches.find((match) => match?.id === 'root')?.data as
    | { origin: string; shopName: string }
    | undefined
  const shopName = root?.shopName ?? 'Comptoir'
  if (!about || !root) return [{ title: shopName }, { name: 'robots', content: 'noindex' }]

  const language = languageOfPath(location.pathname)
  const { canonicalPath: path } = about
  const url = (of = language) => root.origin + localPath(of, path ?? '/')
  const title = about.title === shopName ? shopName : `${about.title} · ${shopName}`
  const image = about.image && new URL(about.image, root.origin).href

  return [
    { title },
    ...named('description', about.description),
    ...(about.noindex || path === undefined
      ? named('robots', 'noindex, follow')
      : [
          { tagName: 'link', rel: 'canonical', href: url() },
          ...LANGUAGES.map((of) => ({ tagName: 'link', rel: 'alternate', hrefLang: of, href: url(of) })),
          { tagName: 'link', rel: 'alternate', hrefLang: 'x-default', href: url(DEFAULT_LANGUAGE) },
        ]),
    { property: 'og:site_name', content: shopName },
    { property: 'og:title', content: about.title },
    ...(about.description ? [{ property: 'og:description', content: about.description }] : []),
    { property: 'og:type', content: about.type ?? 'website' },
    ...(path === undefined ? [] : [{ property: 'og:url', content: url() }]),
    { property: 'og:locale', content: localeOf(language).replace('-', '_') },
    ...(image ? [{ property: 'og:image', content: image }] : []),
    { name: 'twitter:card', content: image ? 'summary_large_image' : 'summary' },
  ] as MetaDescriptor[]
}

function named(name: string, content: string | undefined): MetaDescriptor[] {
  return content ? [{ name, content }] : []
}
