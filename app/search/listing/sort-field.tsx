import { useTranslation } from '~/i18n/translation'
import { LISTING_FORM } from './facet-form'
import { SORTS, type Sort } from './sorts'
import { useListingUrl } from './use-listing-url'

/** Belongs to the form of the facets, wherever it stands. Its button is for those without JavaScript. */
export function SortField({ sort }: { sort: Sort }) {
  const { t } = useTranslation()
  const { show } = useListingUrl()
  return (
    <div className="flex items-center gap-2">
      <label className="flex items-center gap-2">
        <span className="text-sm whitespace-nowrap text-ink-soft max-sm:sr-only">
          {t('search.sort.label')}
        </span>
        <select
          key={sort}
          name="sort"
          form={LISTING_FORM}
          defaultValue={sort}
          onChange={(event) => event.target.form && show(event.target.form)}
          className="control w-auto max-w-44 text-sm"
        >
          {SORTS.map((one) => (
            <option key={one} value={one}>
              {t(`search.sort.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <button
        type="submit"
        form={LISTING_FORM}
        className="hidden min-h-11 rounded border border-paper-edge bg-white px-3 text-sm font-semibold hover:border-ink noscript:block"
      >
        {t('search.sort.submit')}
      </button>
    </div>
  )
}
