import { Form, useLocation, useSearchParams } from '@remix-run/react'
import { useTranslation } from '~/i18n/translation'
import { useLocalPath } from '~/i18n/local-path'
import { SearchIcon } from '~/ui/icons'

/** A plain form: what is sought is in the address of the answer. */
export function SearchBox() {
  const { t } = useTranslation()
  const path = useLocalPath()
  const { pathname } = useLocation()
  const [query] = useSearchParams()
  const sought = pathname === path('/search') ? (query.get('q') ?? '') : ''
  return (
    <Form
      action={path('/search')}
      role="search"
      className="flex h-12 overflow-hidden rounded border border-ink bg-white focus-within:border-accent focus-within:ring-1 focus-within:ring-accent"
    >
      <input
        key={sought}
        type="search"
        name="q"
        defaultValue={sought}
        required
        maxLength={200}
        autoComplete="off"
        enterKeyHint="search"
        aria-label={t('storefront.header.searchLabel')}
        placeholder={t('storefront.header.searchPlaceholder')}
        className="min-w-0 flex-1 bg-transparent px-4 outline-none placeholder:text-ink-faint"
      />
      <button
        type="submit"
        aria-label={t('storefront.header.search')}
        className="grid w-13 flex-none place-items-center bg-ink text-white hover:bg-accent focus-visible:outline-offset-[-4px] focus-visible:outline-white"
      >
        <SearchIcon size={22} />
      </button>
    </Form>
  )
}
