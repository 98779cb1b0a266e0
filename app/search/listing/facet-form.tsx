import { Form, useLocation } from '@remix-run/react'
import { type FormEvent, useEffect, useRef } from 'react'
import { useTranslation } from '~/i18n/translation'
import { Button } from '~/ui/button'
import { CloseIcon, FilterIcon } from '~/ui/icons'
import { FacetFields } from './facet-fields'
import type { ListingView } from './listing-view.server'
import { useListingUrl } from './use-listing-url'

/** The form that the filters and the sort belong to; what stands elsewhere on the page names it. */
export const LISTING_FORM = 'listing'

/**
 * All facets in one plain form: beside the products on a wide screen, over them on a phone, where a native disclosure
 * opens it. With JavaScript a choice is applied at once, without it by the button.
 */
export function FacetForm({ view }: { view: ListingView }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const { show } = useListingUrl()
  const drawer = useRef<HTMLDetailsElement>(null)
  const form = useRef<HTMLFormElement>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once, when the page comes alive
  useEffect(() => {
    if (form.current && wasTouched(form.current)) show(form.current)
  }, [])

  function close() {
    if (drawer.current) drawer.current.open = false
  }
  function applyChoice(event: FormEvent<HTMLFormElement>) {
    const isTyped = event.target instanceof HTMLInputElement && event.target.type === 'text'
    if (!isTyped) show(event.currentTarget)
  }
  function applyAll(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    close()
    show(event.currentTarget)
  }

  return (
    <details ref={drawer} className="group/drawer lg:details-content:[content-visibility:visible]">
      <summary className="inline-flex min-h-11 items-center gap-2 whitespace-nowrap rounded border border-paper-edge bg-white px-4 font-semibold hover:border-ink group-open/drawer:fixed group-open/drawer:inset-x-0 group-open/drawer:top-0 group-open/drawer:z-50 group-open/drawer:h-14 group-open/drawer:justify-between group-open/drawer:rounded-none group-open/drawer:border-x-0 group-open/drawer:border-t-0 group-open/drawer:border-paper-line lg:hidden">
        <span className="inline-flex items-center gap-2">
          <FilterIcon />
          {view.applied.length > 0
            ? t('search.filters.titleCount', { count: view.applied.length })
            : t('search.filters.title')}
        </span>
        <span className="hidden group-open/drawer:block">
          <CloseIcon />
          <span className="sr-only">{t('search.filters.close')}</span>
        </span>
      </summary>
      <Form
        ref={form}
        id={LISTING_FORM}
        method="get"
        // A browser that fills in old choices on the way back would contradict the URL.
        autoComplete="off"
        action={pathname}
        onChange={applyChoice}
        onSubmit={applyAll}
        className="max-lg:fixed max-lg:inset-x-0 max-lg:top-14 max-lg:bottom-0 max-lg:z-50 max-lg:flex max-lg:flex-col max-lg:bg-paper"
      >
        {view.query && <input type="hidden" name="q" value={view.query} />}
        {view.vehicle !== null && <input type="hidden" name="vehicle" value={view.vehicle} />}
        <div className="divide-y divide-paper-line max-lg:flex-1 max-lg:overflow-y-auto max-lg:overscroll-contain max-lg:px-4">
          {view.groups.map((group) => (
            <FacetFields key={group.name} group={group} />
          ))}
        </div>
        <div className="border-paper-line max-lg:border-t max-lg:bg-white max-lg:p-4 lg:hidden noscript:lg:mt-4 noscript:lg:block">
          <Button block>
            <span className="noscript:hidden">{t('search.filters.show', { count: view.total })}</span>
            <span className="hidden noscript:inline">{t('search.filters.apply')}</span>
          </Button>
        </div>
      </Form>
    </details>
  )
}

/** Whether something was chosen while the page's JavaScript was still on its way. */
function wasTouched(form: HTMLFormElement): boolean {
  return Array.from(form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')).some(
    (box) => box.checked !== box.defaultChecked,
  )
}
