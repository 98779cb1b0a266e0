import type { ProductContent } from '~/catalog/product-queries.server'
import { formatNumber } from '~/i18n/format'
import type { Language } from '~/i18n/language'
import { useLanguage, useTranslation } from '~/i18n/translation'
import { Card } from '~/ui/card'
import { type Description, DescriptionList } from '~/ui/description-list'
import { Table } from '~/ui/table'
import { referencesByMaker } from './references-by-maker'

/** What is true of the product whatever it costs: description, specifications, references. */
export function ProductFacts({
  product,
  weightGrams,
}: {
  product: Pick<ProductContent, 'description' | 'attributes' | 'references' | 'brand'>
  weightGrams: number
}) {
  const { t } = useTranslation()
  const paragraphs = product.description.split(/\n{2,}/).filter(Boolean)
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2 lg:gap-6">
      {paragraphs.length > 0 && (
        <Card title={t('shelf.description')}>
          <div className="reading whitespace-pre-line">
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        </Card>
      )}
      <Specifications product={product} weightGrams={weightGrams} />
      <OemReferences references={product.references} />
    </div>
  )
}

function Specifications({
  product,
  weightGrams,
}: {
  product: Pick<ProductContent, 'attributes' | 'brand'>
  weightGrams: number
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const entries: Description[] = product.attributes.map(({ key, label, value, unit }) => ({
    key,
    term: label,
    details: [typeof value === 'number' ? formatNumber(value, language) : value, unit]
      .filter(Boolean)
      .join('\u00a0'),
  }))
  if (weightGrams > 0)
    entries.push({
      key: 'weight',
      term: t('shelf.weight'),
      details: inKilos(weightGrams, language),
    })
  return (
    <Card title={t('shelf.attributes')}>
      <DescriptionList entries={entries} />
    </Card>
  )
}

function inKilos(grams: number, language: Language): string {
  return grams < 1000
    ? `${formatNumber(grams, language)}\u00a0g`
    : `${formatNumber(Math.round(grams / 10) / 100, language)}\u00a0kg`
}

function OemReferences({ references }: Pick<ProductContent, 'references'>) {
  const { t } = useTranslation()
  const makers = referencesByMaker(references.filter((reference) => reference.kind === 'oem'))
  if (makers.length === 0) return null
  return (
    <Card title={t('shelf.references')} className="lg:col-span-2">
      <p className="mb-3 text-sm text-ink-faint">{t('shelf.referencesText')}</p>
      <Table
        caption={t('shelf.references')}
        captionHidden
        rows={makers}
        keyOf={({ maker }) => maker}
        columns={[
          {
            key: 'maker',
            heading: t('shelf.maker'),
            cell: ({ maker }) => <span className="font-medium whitespace-nowrap">{maker}</span>,
          },
          {
            key: 'numbers',
            heading: t('shelf.number'),
            cell: ({ numbers }) => (
              <ul className="flex flex-wrap gap-x-4 gap-y-1 tabular-nums">
                {numbers.map((number) => (
                  <li key={number}>{number}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Card>
  )
}
