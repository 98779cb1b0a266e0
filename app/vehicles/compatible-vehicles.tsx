import { ShopLink } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { Card } from '~/ui/card'
import { ChevronDownIcon } from '~/ui/icons'
import type { CompatibleMake } from './compatible-vehicles.server'

type CompatibleVehiclesProps = {
  count: number
  left: number
  makes: readonly CompatibleMake[]
  /** The French path of the page that names them all. */
  all: string
}

/** The vehicles a product fits, a fold per make; the first one is open. */
export function CompatibleVehicles({ count, left, makes, all }: CompatibleVehiclesProps) {
  const { t } = useTranslation()
  if (count === 0) return null
  return (
    <Card
      title={t('vehicles.compatible.title')}
      action={
        <span className="text-sm text-ink-faint tabular-nums">
          {t('vehicles.compatible.count', { count })}
        </span>
      }
      className="mt-4 lg:mt-6"
    >
      {makes.map((make, index) => (
        <details
          key={make.slug}
          open={index === 0}
          className="group border-t border-paper-line first-of-type:border-t-0"
        >
          <summary className="flex min-h-11 cursor-pointer items-center gap-2 font-semibold">
            {make.name}
            <span className="text-sm font-normal text-ink-faint tabular-nums">{make.count}</span>
            <ChevronDownIcon className="ml-auto group-open:rotate-180" />
          </summary>
          <ul className="pb-4 text-sm">
            {make.models.map((model) => (
              <ModelLine key={model.slug} make={make} model={model} />
            ))}
          </ul>
        </details>
      ))}
      {left > 0 && (
        <ShopLink
          to={all}
          discover={false}
          className="mt-3 inline-flex min-h-11 items-center text-sm font-medium text-accent underline-offset-4 hover:underline"
        >
          {t('vehicles.compatible.more', { count: left })}
        </ShopLink>
      )}
    </Card>
  )
}

function ModelLine({ make, model }: { make: CompatibleMake; model: CompatibleMake['models'][number] }) {
  const { t } = useTranslation()
  return (
    <li className="grid gap-x-4 py-2 sm:grid-cols-[11rem_1fr]">
      <ShopLink
        to={`/vehicles/${make.slug}/${model.slug}`}
        discover={false}
        className="font-medium hover:text-accent hover:underline"
      >
        {model.name}
      </ShopLink>
      <span className="text-ink-soft">
        {model.types}
        {model.isConditional && (
          <span className="text-ink-faint"> · {t('vehicles.compatible.conditional')}</span>
        )}
      </span>
    </li>
  )
}
