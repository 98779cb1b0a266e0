import { ShopLink } from '~/i18n/local-path'
import { useLanguage, useTranslation } from '~/i18n/translation'
import { imageUrl } from '~/media/image-sizes'
import { formatMoney } from '~/money/format'

export type BoughtLine = {
  sku: string
  name: string
  slug: string
  options: Record<string, string | number>
  imageHash: string | null
  quantity: number
  unitCents: number
}

/** What is bought, each with its picture. Prices are those before a discount, which the sums show. */
export function LineList({ lines }: { lines: readonly BoughtLine[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <ul className="divide-y divide-paper-line">
      {lines.map((line) => {
        const options = Object.values(line.options).join(', ')
        return (
          <li key={line.sku} className="flex gap-4 py-3 first:pt-0 last:pb-0">
            <Thumbnail hash={line.imageHash} />
            <div className="min-w-0 flex-1">
              <p className="text-sm leading-5 font-medium">
                <ShopLink to={`/p/${line.slug}`} className="hover:text-accent hover:underline">
                  {line.name}
                </ShopLink>
              </p>
              {options && <p className="text-sm text-ink-faint">{options}</p>}
              <p className="flex flex-wrap gap-x-3 text-sm text-ink-faint">
                <span>{t('orders.quantity', { quantity: line.quantity })}</span>
                {line.quantity > 1 && (
                  <span>{t('orders.each', { price: formatMoney(line.unitCents, language) })}</span>
                )}
              </p>
            </div>
            <p className="text-sm font-medium tabular-nums">
              {formatMoney(line.quantity * line.unitCents, language)}
            </p>
          </li>
        )
      })}
    </ul>
  )
}

function Thumbnail({ hash }: { hash: string | null }) {
  const look = 'h-12 w-16 flex-none rounded-sm border border-paper-line bg-paper-sunk'
  if (!hash) return <div className={look} />
  const src = imageUrl({ hash, width: 160, format: 'webp' })
  return <img src={src} alt="" width={64} height={48} loading="lazy" className={`${look} object-cover`} />
}
