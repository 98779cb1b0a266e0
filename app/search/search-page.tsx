import { NameLinks } from '~/catalog/name-links'
import type { ProductCardFacts } from '~/catalog/product-card'
import { useTranslation } from '~/i18n/translation'
import { EmptyState } from '~/ui/empty-state'
import { Notice } from '~/ui/notice'
import { VehicleAlonePage } from './answers/vehicle-alone'
import type { VehicleAlone } from './answers/vehicle-alone.server'
import { type ShownVehicleAnswer, VehicleAnswerPage } from './answers/vehicle-answer'
import { FilteredOut } from './listing/filtered-out'
import { Listing } from './listing/listing'
import type { ListingView } from './listing/listing-view.server'
import { MarkedName } from './suggestions/marked-name'
import type { MarkedText } from './suggestions/marked-text'

type FamilyLinks = readonly { slug: string; name: string }[]

export type SearchAnswer = WordsAnswer | ({ kind: 'vehicle' } & ShownVehicleAnswer) | VehicleAlone

export type WordsAnswer = {
  kind: 'words'
  view: ListingView
  total: number
  reference: string | null
  isLoose: boolean
  products: readonly ProductCardFacts[]
  names: Record<number, MarkedText>
}

export function SearchPage({ answer, families }: { answer: SearchAnswer | null; families: FamilyLinks }) {
  const { t } = useTranslation()
  if (!answer)
    return (
      <>
        <h1 className="mt-3 text-2xl sm:text-3xl">{t('search.page.heading')}</h1>
        <p className="mt-2 max-w-reading text-ink-soft">{t('search.page.text')}</p>
        <Families families={families} />
      </>
    )

  switch (answer.kind) {
    case 'words':
      return <FoundByWords answer={answer} families={families} />
    case 'vehicle':
      return <VehicleAnswerPage answer={answer} />
    case 'vehicle-alone':
      return <VehicleAlonePage answer={answer} />
  }
}

function FoundByWords({ answer, families }: { answer: WordsAnswer; families: FamilyLinks }) {
  const { t } = useTranslation()
  const { view, products, names } = answer
  const isNothing = view.total === 0 && !view.isFiltered
  return (
    <>
      <h1 className="mt-3 text-2xl break-words sm:text-3xl">
        {t('search.page.resultsFor', { query: view.query })}
      </h1>
      {isNothing ? (
        <NothingFound query={view.query} families={families} />
      ) : (
        <>
          <Found answer={answer} />
          <Listing
            view={view}
            groups={products.length > 0 ? [{ group: null, products }] : []}
            nameOf={(product) => (
              <MarkedName name={names[product.id] ?? [{ text: product.name, isMarked: false }]} />
            )}
            empty={<FilteredOut view={view} />}
          />
        </>
      )}
    </>
  )
}

/** What kind of finding this is, where it is not the plain one. */
function Found({ answer: { reference, isLoose, view, total } }: { answer: WordsAnswer }) {
  const { t } = useTranslation()
  if (reference)
    return (
      <Notice tone="success" title={t('search.page.reference', { reference })} className="mt-4">
        {t(total > 1 || view.isFiltered ? 'search.page.referenceTextMany' : 'search.page.referenceText')}
      </Notice>
    )
  if (!isLoose) return null
  return (
    <Notice tone="notice" title={t('search.page.loose')} className="mt-4">
      {t('search.page.looseText')}
    </Notice>
  )
}

function NothingFound({ query, families }: { query: string; families: FamilyLinks }) {
  const { t } = useTranslation()
  return (
    <>
      <EmptyState
        drawing="nothing-found"
        title={<span className="break-words">{t('search.none.title', { query })}</span>}
      >
        <ul className="mt-2 grid list-disc gap-2 pl-5 text-left">
          <li>{t('search.none.spelling')}</li>
          <li>{t('search.none.reference')}</li>
          <li>{t('search.none.synonym')}</li>
        </ul>
      </EmptyState>
      <Families families={families} />
    </>
  )
}

function Families({ families }: { families: FamilyLinks }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="families" className="mt-6 mb-8">
      <h2 id="families" className="mb-3 text-lg">
        {t('search.page.families')}
      </h2>
      <NameLinks links={families.map(({ slug, name }) => ({ to: `/c/${slug}`, name }))} />
    </section>
  )
}
