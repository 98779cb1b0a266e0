import type { ReactNode } from 'react'
import { classNames } from './class-names'
import type { Tone } from './tone'

const TONES: Record<Tone, string> = {
  neutral: 'bg-paper-sunk text-ink-soft',
  accent: 'bg-accent-wash text-accent-deep',
  success: 'bg-success-wash text-success-deep',
  warning: 'bg-warning-wash text-warning-deep',
  danger: 'bg-danger-wash text-danger-deep',
  notice: 'bg-notice-wash text-notice-deep',
}

/** A word or two about the thing it sits on. */
export function Badge({
  tone = 'neutral',
  icon,
  className,
  children,
}: {
  tone?: Tone
  icon?: ReactNode
  className?: string
  children: ReactNode
}) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1 rounded-sm px-1.5 py-0.5 text-xs font-semibold whitespace-nowrap',
        TONES[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  )
}

const DOTS: Record<Tone, string> = {
  neutral: 'bg-ink-faint',
  accent: 'bg-accent',
  success: 'bg-success',
  warning: 'bg-warning',
  danger: 'bg-danger',
  notice: 'bg-notice',
}

const WORDS: Record<Tone, string> = {
  neutral: 'text-ink-soft',
  accent: 'text-accent-deep',
  success: 'text-success',
  warning: 'text-warning',
  danger: 'text-danger',
  notice: 'text-notice',
}

/** A dot and words: a state that changes, such as stock or an order's. Quieter than a badge. */
export function StatusDot({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={classNames('inline-flex items-center gap-2 text-sm font-medium', WORDS[tone])}>
      <span aria-hidden="true" className={classNames('size-2 flex-none rounded-full', DOTS[tone])} />
      {children}
    </span>
  )
}
