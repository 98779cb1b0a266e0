import { type InputHTMLAttributes, type ReactNode, useId } from 'react'
import { classNames } from './class-names'
import { FieldErrors } from './field'

export type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  label: ReactNode
  hint?: ReactNode
  errors?: readonly string[] | null
}

export function Checkbox({ label, hint, errors, className, ...input }: CheckboxProps) {
  const id = useId()
  const hasErrors = Boolean(errors?.length)
  const describedBy = classNames(hint != null && `${id}-hint`, hasErrors && `${id}-errors`)
  return (
    <div className={classNames('grid gap-1.5', className)}>
      <label htmlFor={id} className="flex items-start gap-3 py-0.5">
        <input
          {...input}
          id={id}
          type="checkbox"
          className="tick mt-0.5"
          aria-describedby={describedBy || undefined}
          aria-invalid={hasErrors || undefined}
        />
        <span>
          {label}
          {hint != null && (
            <span id={`${id}-hint`} className="block text-sm text-ink-faint">
              {hint}
            </span>
          )}
        </span>
      </label>
      {hasErrors && <FieldErrors id={`${id}-errors`} errors={errors ?? []} />}
    </div>
  )
}

export type RadioCard = {
  value: string
  label: ReactNode
  hint?: ReactNode
  /** Stands at the right end: a price, a logo. */
  aside?: ReactNode
  disabled?: boolean
}

export type RadioCardsProps = {
  legend: ReactNode
  legendHidden?: boolean
  name: string
  cards: readonly RadioCard[]
  defaultValue?: string
  errors?: readonly string[] | null
  required?: boolean
  onChange?: (value: string) => void
}

/** One choice among a few that deserve room: delivery methods, means of payment. */
export function RadioCards({
  legend,
  legendHidden,
  name,
  cards,
  defaultValue,
  errors,
  required,
  onChange,
}: RadioCardsProps) {
  const id = useId()
  const hasErrors = Boolean(errors?.length)
  return (
    <fieldset aria-describedby={hasErrors ? `${id}-errors` : undefined} className="grid gap-2">
      <legend className={classNames('mb-2 text-sm font-medium', legendHidden && 'sr-only')}>{legend}</legend>
      {cards.map((card) => (
        <label
          key={card.value}
          className={classNames(
            'flex items-start gap-3 rounded border border-paper-rule bg-white p-4 transition-colors',
            'has-checked:border-accent has-checked:bg-accent-wash has-checked:ring-1 has-checked:ring-accent',
            'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
            card.disabled ? 'bg-paper-sunk text-ink-faint' : 'cursor-pointer hover:border-ink-faint',
          )}
        >
          <input
            type="radio"
            name={name}
            value={card.value}
            required={required}
            disabled={card.disabled}
            defaultChecked={card.value === defaultValue}
            onChange={onChange && (() => onChange(card.value))}
            className="tick mt-0.5 focus-visible:outline-none"
          />
          <span className="flex-1">
            <span className="block font-medium">{card.label}</span>
            {card.hint != null && <span className="block text-sm text-ink-soft">{card.hint}</span>}
          </span>
          {card.aside != null && <span className="font-semibold tabular-nums">{card.aside}</span>}
        </label>
      ))}
      {hasErrors && <FieldErrors id={`${id}-errors`} errors={errors ?? []} />}
    </fieldset>
  )
}
