import { ShopLink } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { horsepower } from './vehicle-name'
import type { VehicleType } from './vehicle-queries.server'
import { yearsBuilt } from './years-built'

/** The types of a model: a row each, wide enough for a thumb on a phone, with columns on a desk. */
export function TypeList({ path, types }: { path: string; types: readonly VehicleType[] }) {
  const { t } = useTranslation()
  return (
    <ul className="overflow-hidden rounded-lg border border-paper-line bg-white">
      {types.map((type) => (
        <li key={type.slug} className="border-t border-paper-line first:border-t-0">
          <ShopLink
            to={`${path}/${type.slug}`}
            className="grid min-h-14 items-center gap-x-4 px-4 py-2 hover:bg-paper-sunk hover:text-accent sm:grid-cols-[1.3fr_1.2fr_1fr_1fr_1fr]"
          >
            <span className="font-semibold">{type.name}</span>
            <span className="text-sm text-ink-soft tabular-nums">
              {type.powerKw && t('vehicles.powerKw', { hp: horsepower(type.powerKw), kw: type.powerKw })}
            </span>
            <span className="text-sm text-ink-soft">{t(`vehicles.fuel.${type.fuel}`)}</span>
            <span className="text-sm text-ink-faint">{type.engineCode}</span>
            <span className="text-sm text-ink-faint tabular-nums">{yearsBuilt(t, type)}</span>
          </ShopLink>
        </li>
      ))}
    </ul>
  )
}
