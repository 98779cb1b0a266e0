import type { BreadcrumbList, WithContext } from 'schema-dts'
import { useTranslation } from '~/i18n/translation'
import { Breadcrumbs, type Crumb } from '~/ui/breadcrumbs'
import { StructuredData, useShopAddress } from './structured-data'

/** The way here from the home page, for shoppers and for search engines. The last step is the page itself. */
export function Trail({ crumbs, path }: { crumbs: readonly Crumb[]; path: string }) {
  const { t } = useTranslation()
  const { addressOf } = useShopAddress()
  const way: Crumb[] = [{ label: t('storefront.home'), to: '/' }, ...crumbs]
  const facts: WithContext<BreadcrumbList> = {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: way.map((crumb, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: crumb.label,
      item: addressOf(crumb.to ?? path),
    })),
  }
  return (
    <>
      <Breadcrumbs crumbs={way} />
      <StructuredData facts={facts} />
    </>
  )
}
