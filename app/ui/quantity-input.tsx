import { type InputHTMLAttributes, useId, useRef } from 'react'
import { useTranslation } from '~/i18n/translation'
import { classNames } from './class-names'
import { MinusIcon, PlusIcon } from './icons'

export type QuantityInputProps = Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'size' | 'onChange' | 'min' | 'max'
> & {
  /** Said by screen readers: which article is counted. */
  label?: string
  min?: number
  max?: number
  compact?: boolean
  onChange?: (quantity: number) => void
}

/** A number field; its two buttons work with JavaScript and are left out of the tab order, as arrow keys do the same. */
export function QuantityInput({
  label,
  min = 1,
  max = 100,
  compact,
  onChange,
  ...input
}: QuantityInputProps) {
  const { t } = useTranslation()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)

  function step(by: number) {
    if (!field.current) return
    const quantity = Math.min(max, Math.max(min, (field.current.valueAsNumber || min) + by))
    field.current.value = String(quantity)
    onChange?.(quantity)
  }

  const height = compact ? 'h-9' : 'h-11'
  const button = classNames(
    'grid place-items-center text-ink-soft hover:bg-paper-sunk noscript:hidden',
    height,
    compact ? 'w-8' : 'w-10',
  )
  return (
    <div className="inline-flex overflow-hidden rounded border border-paper-edge bg-white focus-within:border-accent focus-within:ring-1 focus-within:ring-accent">
      <label htmlFor={id} className="sr-only">
        {label ?? t('ui.quantity.label')}
      </label>
      <button
        type="button"
        tabIndex={-1}
        aria-label={t('ui.quantity.less')}
        className={button}
        onClick={() => step(-1)}
      >
        <MinusIcon size={16} />
      </button>
      <input
        {...input}
        ref={field}
        id={id}
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        step={1}
        onChange={onChange && ((event) => onChange(event.currentTarget.valueAsNumber))}
        className={classNames(
          'no-spinner border-x border-paper-line bg-transparent text-center font-semibold tabular-nums outline-none',
          height,
          compact ? 'w-11 text-sm' : 'w-14',
        )}
      />
      <button
        type="button"
        tabIndex={-1}
        aria-label={t('ui.quantity.more')}
        className={button}
        onClick={() => step(1)}
      >
        <PlusIcon size={16} />
      </button>
    </div>
  )
}
