import { type MouseEvent, type ReactNode, useId } from 'react'
import { ShopLink } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { classNames } from '~/ui/class-names'
import { SearchIcon } from '~/ui/icons'
import { Price } from '~/ui/price'
import { MarkedName } from './marked-name'
import type { Suggestions } from './suggestions'
import { useCombobox } from './use-combobox'
import { useSuggestions } from './use-suggestions'

/** Hangs below the search box and suggests products, ranges and brands for what is typed in its field. */
export function SuggestionPanel({ input }: { input: HTMLInputElement }) {
  const { t } = useTranslation()
  const listId = useId()
  const suggestions = useSuggestions(input)
  const options = suggestions ? optionsOf(suggestions) : []
  const { isOpen, active, optionId } = useCombobox(input, { listId, optionCount: options.length })
  const found = options.length - 1

  return (
    <>
      <p role="status" className="sr-only">
        {suggestions &&
          (isOpen && found > 0 ? t('search.box.count', { count: found }) : found < 1 && t('search.box.none'))}
      </p>
      <div
        id={listId}
        role="listbox"
        aria-label={t('search.box.suggestions')}
        hidden={!isOpen}
        // A press on an option must not take the focus out of the field before the click has arrived.
        onMouseDown={(event: MouseEvent) => event.preventDefault()}
        className="absolute inset-x-0 top-full z-40 mt-1 max-h-[70svh] overflow-y-auto rounded-lg border border-paper-rule bg-white py-2 shadow-floating"
      >
        {(['pages', 'products', 'all'] as const).map((group) => {
          const inGroup = options.flatMap((option, index) =>
            option.group === group ? [{ option, index }] : [],
          )
          if (inGroup.length === 0) return null
          return (
            // biome-ignore lint/a11y/useSemanticElements: a list box may hold groups but no fieldset
            <div
              key={group}
              role="group"
              aria-label={group === 'all' ? undefined : t(`search.box.${group}`)}
              className="not-first:mt-2 not-first:border-t not-first:border-paper-line not-first:pt-2"
            >
              {inGroup.map(({ option, index }) => (
                <ShopLink
                  key={option.to}
                  to={option.to}
                  id={optionId(index)}
                  role="option"
                  aria-selected={index === active}
                  tabIndex={-1}
                  className={classNames(
                    'flex min-h-11 items-center gap-3 px-4 py-1.5 text-sm',
                    index === active ? 'bg-accent-wash text-accent-deep' : 'hover:bg-paper-sunk',
                  )}
                >
                  <Option option={option} />
                </ShopLink>
              ))}
            </div>
          )
        })}
      </div>
    </>
  )
}

type SuggestedOption =
  | ({ group: 'products' } & Suggestions['products'][number])
  | ({ group: 'pages' } & Suggestions['pages'][number])
  | { group: 'all'; to: string; query: string }

/** In the order in which the arrows walk through them. */
function optionsOf({ query, products, pages }: Suggestions): SuggestedOption[] {
  if (products.length === 0 && pages.length === 0) return []
  return [
    ...pages.map((page) => ({ group: 'pages' as const, ...page })),
    ...products.map((product) => ({ group: 'products' as const, ...product })),
    { group: 'all', to: `/search?${new URLSearchParams({ q: query })}`, query },
  ]
}

function Option({ option }: { option: SuggestedOption }): ReactNode {
  const { t } = useTranslation()
  switch (option.group) {
    case 'pages':
      return (
        <>
          <span className="min-w-0 flex-1 font-medium">{option.name}</span>
          <span className="text-xs text-ink-faint">{t(`search.box.${option.kind}`)}</span>
        </>
      )
    case 'products':
      return (
        <>
          <span className="size-11 flex-none overflow-hidden rounded-sm bg-paper-sunk">
            {option.thumbnail && (
              <img src={option.thumbnail} alt="" width={44} height={44} className="size-full object-cover" />
            )}
          </span>
          <span className="line-clamp-2 min-w-0 flex-1">
            <MarkedName name={option.name} />
          </span>
          <Price cents={option.priceCents} className="flex-none font-semibold" />
        </>
      )
    case 'all':
      return (
        <>
          <SearchIcon size={18} />
          <span className="min-w-0 flex-1 truncate font-semibold text-accent">
            {t('search.box.all', { query: option.query })}
          </span>
        </>
      )
  }
}
