import { useRouteLoaderData } from '@remix-run/react'
import type { Organization, Thing, WebSite, WithContext } from 'schema-dts'
import { useLocalPath } from '~/i18n/local-path'
import { useLanguage } from '~/i18n/translation'
import { jsonForScript } from './layout/json-for-script'

/** Facts for search engines. The browser runs nothing of it. */
export function StructuredData({ facts }: { facts: WithContext<Thing> }) {
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in which no markup is left
    <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonForScript(facts) }} />
  )
}

/** Where the shop stands and what it is called. */
export function useShopAddress(): { origin: string; shopName: string; addressOf: (path: string) => string } {
  const root = useRouteLoaderData('root') as { origin: string; shopName: string } | undefined
  const localPath = useLocalPath()
  const { origin, shopName } = root ?? { origin: '', shopName: 'Comptoir' }
  return { origin, shopName, addressOf: (path) => origin + localPath(path) }
}

/** Who sells here and how to search: said once, on the home page. */
export function ShopData() {
  const { origin, shopName, addressOf } = useShopAddress()
  const language = useLanguage()
  const organization: WithContext<Organization> = {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    '@id': `${origin}/#shop`,
    name: shopName,
    url: addressOf('/'),
    logo: `${origin}/apple-touch-icon.png`,
  }
  const site: WithContext<WebSite> = {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: shopName,
    url: addressOf('/'),
    inLanguage: language,
    publisher: { '@id': `${origin}/#shop` },
    potentialAction: {
      '@type': 'SearchAction',
      target: `${addressOf('/search')}?q={search_term_string}`,
      'query-input': 'required name=search_term_string',
    } as WebSite['potentialAction' & keyof WebSite],
  }
  return (
    <>
      <StructuredData facts={organization} />
      <StructuredData facts={site} />
    </>
  )
}
