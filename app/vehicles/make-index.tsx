import { ShopLink } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'

/** All makes, each a way to its models. */
export function MakeIndex({
  makes,
}: {
  makes: readonly { slug: string; name: string; modelCount: number }[]
}) {
  const { t } = useTranslation()
  return (
    <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-5">
      {makes.map((make) => (
        <li key={make.slug}>
          <ShopLink
            to={`/vehicles/${make.slug}`}
            className="flex min-h-14 flex-col justify-center rounded-lg border border-paper-line bg-white px-4 py-2 hover:border-ink hover:text-accent"
          >
            <span className="font-semibold">{make.name}</span>
            <span className="text-xs text-ink-faint tabular-nums">
              {t('vehicles.modelCount', { count: make.modelCount })}
            </span>
          </ShopLink>
        </li>
      ))}
    </ul>
  )
}
