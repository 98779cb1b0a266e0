import { Form, useLocation, useSearchParams } from '@remix-run/react'
import { lazy, Suspense, useState } from 'react'
import { useLocalPath } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { SearchIcon } from '~/ui/icons'

// Fetched when somebody first turns to the box: no page is heavier for it.
const SuggestionPanel = lazy(async () => ({
  default: (await import('./suggestions/suggestion-panel')).SuggestionPanel,
}))

/** A plain form: what is sought is in the URL of the answer. With JavaScript it suggests while one types. */
export function SearchBox() {
  const { t } = useTranslation()
  const path = useLocalPath()
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const [input, setInput] = useState<HTMLInputElement | null>(null)
  const sought = pathname === path('/search') ? (params.get('q') ?? '') : ''
  return (
    <Form action={path('/search')} role="search" className="relative">
      <div className="flex h-12 overflow-hidden rounded border border-ink bg-white focus-within:border-accent focus-within:ring-1 focus-within:ring-accent">
        <input
          key={sought}
          type="search"
          name="q"
          defaultValue={sought}
          required
          maxLength={200}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
          aria-label={t('search.box.label')}
          placeholder={t('search.box.placeholder')}
          onFocus={(event) => setInput(event.currentTarget)}
          className="min-w-0 flex-1 bg-transparent px-4 outline-none placeholder:text-ink-faint"
        />
        <button
          type="submit"
          aria-label={t('search.box.submit')}
          className="grid w-13 flex-none place-items-center bg-ink text-white hover:bg-accent focus-visible:outline-offset-[-4px] focus-visible:outline-white"
        >
          <SearchIcon size={22} />
        </button>
      </div>
      {input && (
        <Suspense fallback={null}>
          <SuggestionPanel input={input} />
        </Suspense>
      )}
    </Form>
  )
}
