import { type ReactNode, useId } from 'react'
import { worded } from '~/i18n/message'
import { useTranslation } from '~/i18n/translation'
import { classNames } from './class-names'
import { WarningIcon } from './icons'

/** What ties a control to its label, its hint and its errors. Spread it on the control. */
export type ControlProps = {
  id: string
  name?: string
  required?: boolean
  'aria-describedby'?: string
  'aria-invalid'?: true
}

export type FieldProps = {
  label: ReactNode
  name?: string
  hint?: ReactNode
  /** As conform gives them (`lastResult.error?.[name]`): message keys or texts. */
  errors?: readonly string[] | null
  required?: boolean
  /** Keeps the label for screen readers only, where the place says it all (a search box). */
  labelHidden?: boolean
  /** A field that may stay empty says so. */
  optional?: boolean
  className?: string
}

/** A label, a control, a hint and the errors of the control, tied together. */
export function Field({
  label,
  name,
  hint,
  errors,
  required,
  labelHidden,
  optional,
  className,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const { t } = useTranslation()
  const id = useId()
  const hasErrors = Boolean(errors?.length)
  const describedBy = classNames(hint != null && `${id}-hint`, hasErrors && `${id}-errors`)

  return (
    <div className={classNames('grid content-start gap-1.5', className)}>
      <label htmlFor={id} className={classNames('text-sm font-medium text-ink', labelHidden && 'sr-only')}>
        {label}
        {optional && <span className="font-normal text-ink-faint"> ({t('ui.optional')})</span>}
      </label>
      {children({
        id,
        name,
        required,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': hasErrors || undefined,
      })}
      {hint != null && (
        <p id={`${id}-hint`} className="text-sm text-ink-faint">
          {hint}
        </p>
      )}
      {hasErrors && <FieldErrors id={`${id}-errors`} errors={errors ?? []} />}
    </div>
  )
}

export function FieldErrors({ id, errors }: { id?: string; errors: readonly string[] }) {
  const { t } = useTranslation()
  return (
    <ul id={id} className="grid gap-1 text-sm font-medium text-danger">
      {errors.map((error) => (
        <li key={error} className="flex items-start gap-1.5">
          <WarningIcon size={16} className="mt-0.5 flex-none" />
          <span>{worded(t, error)}</span>
        </li>
      ))}
    </ul>
  )
}
