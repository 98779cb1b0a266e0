import type { ReactNode } from 'react'
import { formatDateTime } from '~/i18n/format'
import { useLanguage } from '~/i18n/translation'
import { classNames } from './class-names'

export type TimelineEvent = {
  key: string
  title: ReactNode
  /** When it happened; what is still to come has none. */
  at?: string | Date | null
  text?: ReactNode
}

/** What happened, in order; `current` is the last that has happened (counts from 0). */
export function Timeline({ events, current }: { events: readonly TimelineEvent[]; current: number }) {
  const language = useLanguage()
  return (
    <ol>
      {events.map((event, index) => {
        const isPast = index <= current
        return (
          <li
            key={event.key}
            aria-current={index === current ? 'step' : undefined}
            className="relative flex gap-4 pb-6 last:pb-0"
          >
            {index < events.length - 1 && (
              <span
                aria-hidden="true"
                className={classNames(
                  'absolute top-4 bottom-0 left-[5.5px] w-px',
                  index < current ? 'bg-accent' : 'bg-paper-rule',
                )}
              />
            )}
            <span
              aria-hidden="true"
              className={classNames(
                'relative mt-1.5 size-3 flex-none rounded-full border-2',
                isPast ? 'border-accent bg-accent' : 'border-paper-rule bg-white',
                index === current && 'ring-4 ring-accent-tint',
              )}
            />
            <div>
              <p className={classNames('font-medium', !isPast && 'text-ink-faint')}>{event.title}</p>
              {event.at && (
                <time dateTime={new Date(event.at).toISOString()} className="text-sm text-ink-faint">
                  {formatDateTime(event.at, language)}
                </time>
              )}
              {event.text && <div className="mt-1 text-sm text-ink-soft">{event.text}</div>}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
