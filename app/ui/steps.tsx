import type { ReactNode } from 'react'
import { ShopLink } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { classNames } from './class-names'
import { CheckIcon } from './icons'

export type Step = { label: string; to?: string }

/** Where one stands on a short way. A step already taken may be gone back to. `current` counts from 0. */
export function Steps({ steps, current }: { steps: readonly Step[]; current: number }) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('ui.steps.label')}>
      <ol className="flex">
        {steps.map((step, index) => {
          const isDone = index < current
          const isCurrent = index === current
          return (
            <li key={step.label} aria-current={isCurrent ? 'step' : undefined} className="relative flex-1">
              {index > 0 && (
                <span
                  aria-hidden="true"
                  className={classNames(
                    'absolute top-3.5 right-1/2 left-[-50%] mx-5 h-px',
                    index <= current ? 'bg-accent' : 'bg-paper-rule',
                  )}
                />
              )}
              <StepBody step={step} isDone={isDone}>
                <span
                  aria-hidden="true"
                  className={classNames(
                    'grid size-7 place-items-center rounded-full border text-sm font-semibold tabular-nums',
                    isDone && 'border-accent bg-accent text-white',
                    isCurrent && 'border-accent bg-white text-accent ring-1 ring-accent',
                    !isDone && !isCurrent && 'border-paper-edge bg-white text-ink-faint',
                  )}
                >
                  {isDone ? <CheckIcon size={16} strokeWidth={2.5} /> : index + 1}
                </span>
                <span
                  className={classNames('text-sm', isCurrent ? 'font-semibold text-ink' : 'text-ink-faint')}
                >
                  {step.label}
                </span>
                {(isDone || isCurrent) && (
                  <span className="sr-only">, {t(isDone ? 'ui.steps.done' : 'ui.steps.current')}</span>
                )}
              </StepBody>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

function StepBody({ step, isDone, children }: { step: Step; isDone: boolean; children: ReactNode }) {
  const look = 'flex flex-col items-center gap-1.5 text-center'
  if (isDone && step.to) {
    return (
      <ShopLink to={step.to} className={classNames(look, 'underline-offset-4 hover:underline')}>
        {children}
      </ShopLink>
    )
  }
  return <span className={look}>{children}</span>
}
