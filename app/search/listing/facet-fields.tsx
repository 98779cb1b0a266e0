import { useEffect, useState } from 'react'
import { formatNumber } from '~/i18n/format'
import { useLanguage, useTranslation } from '~/i18n/translation'
import { ChevronDownIcon } from '~/ui/icons'
import type { FacetChoice, FacetGroup } from './facet-groups'

const SHOWN_AT_ONCE = 8

/** One facet: its choices with their counts. The price can be typed as well. */
export function FacetFields({ group }: { group: FacetGroup }) {
  const { t } = useTranslation()
  // What is on stays in sight, however many choices there are.
  const first = group.choices.filter((choice, index) => index < SHOWN_AT_ONCE || choice.isOn)
  const others = group.choices.filter((choice) => !first.includes(choice))
  const choice = (one: FacetChoice) => (
    <li key={one.value}>
      <Choice name={group.name} choice={one} />
    </li>
  )
  return (
    <fieldset className="py-4 first:lg:pt-0">
      <legend className="float-left mb-1 w-full text-sm font-semibold text-ink-strong">{group.label}</legend>
      <ul className="clear-both">{first.map(choice)}</ul>
      {others.length > 0 && (
        <details className="group/more">
          <summary className="inline-flex min-h-9 items-center gap-1 text-sm font-medium text-accent hover:underline">
            {t('search.filters.more', { count: others.length })}
            <ChevronDownIcon size={16} className="transition-transform group-open/more:rotate-180" />
          </summary>
          <ul>{others.map(choice)}</ul>
        </details>
      )}
      {group.name === 'price' && <TypedPrice />}
    </fieldset>
  )
}

/** Shows at once what was chosen, and then what the URL says: the back button takes a choice back. */
function Choice({ name, choice }: { name: string; choice: FacetChoice }) {
  const language = useLanguage()
  const [isTicked, setIsTicked] = useState(choice.isOn)
  useEffect(() => setIsTicked(choice.isOn), [choice.isOn])
  return (
    <label className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-sm py-1 text-sm hover:text-accent max-lg:min-h-11 max-lg:text-base">
      <input
        type="checkbox"
        name={name}
        value={choice.value}
        checked={isTicked}
        onChange={(event) => setIsTicked(event.target.checked)}
        className="tick"
      />
      <span className="min-w-0 flex-1 break-words">{choice.label}</span>
      <span className="text-xs text-ink-faint tabular-nums">{formatNumber(choice.count, language)}</span>
    </label>
  )
}

function TypedPrice() {
  const { t } = useTranslation()
  return (
    <div className="mt-2 flex items-center gap-2">
      {(['from', 'to'] as const).map((end) => (
        <input
          key={end}
          type="text"
          inputMode="decimal"
          name={`price-${end}`}
          maxLength={20}
          aria-label={t(end === 'from' ? 'search.filters.priceFrom' : 'search.filters.priceTo')}
          placeholder={t(end === 'from' ? 'search.filters.min' : 'search.filters.max')}
          className="control min-h-10 min-w-0 flex-1 text-sm"
        />
      ))}
      <button
        type="submit"
        className="min-h-10 rounded border border-paper-edge bg-white px-3 text-sm font-semibold hover:border-ink"
      >
        {t('search.filters.setPrice')}
      </button>
    </div>
  )
}
