import type { WordedAttribute } from '~/catalog/attribute-queries.server'
import { ShopLink } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { classNames } from '~/ui/class-names'
import { Price } from '~/ui/price'

export type VariantChoice = {
  id: number
  sku: string
  options: readonly WordedAttribute[]
  unitCents: number
  available: number
}

/** The variants of a product as links to themselves, each with its price: the URL says which one is meant. */
export function VariantChooser({
  slug,
  variants,
  chosenId,
}: {
  slug: string
  variants: readonly VariantChoice[]
  chosenId: number
}) {
  const { t } = useTranslation()
  if (variants.length < 2) return null
  return (
    <nav aria-label={t('shelf.variants')}>
      <p className="mb-2 text-sm font-semibold">{t('shelf.variants')}</p>
      <ul className="grid max-h-80 gap-2 overflow-y-auto p-0.5 sm:grid-cols-2">
        {variants.map((variant) => (
          <li key={variant.id}>
            <ShopLink
              to={variantPath(slug, variant.sku)}
              replace
              preventScrollReset
              rel="nofollow"
              aria-current={variant.id === chosenId ? 'true' : undefined}
              className={classNames(
                'flex h-full min-h-11 flex-col rounded border bg-white px-3 py-2 text-sm',
                variant.id === chosenId
                  ? 'border-accent ring-1 ring-accent'
                  : 'border-paper-rule hover:border-ink',
                variant.available === 0 && 'bg-paper-sunk',
              )}
            >
              <span className="font-semibold">{variantName(variant)}</span>
              <span className="flex flex-wrap justify-between gap-x-2 text-ink-faint">
                <Price cents={variant.unitCents} />
                {variant.available === 0 && <span>{t('shelf.soldOut')}</span>}
              </span>
            </ShopLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export function variantPath(slug: string, sku: string): string {
  return `/p/${slug}?variant=${encodeURIComponent(sku)}`
}

function variantName({ options, sku }: Pick<VariantChoice, 'options' | 'sku'>): string {
  const words = options.map(({ value, unit }) => (unit ? `${value} ${unit}` : String(value)))
  return words.length > 0 ? words.join(' · ') : sku
}
