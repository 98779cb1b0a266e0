import { useId, useState } from 'react'
import { useTranslation } from '~/i18n/translation'
import { Checkbox } from '~/ui/choices'
import { TextField } from '~/ui/inputs'
import { LEAST_CHARACTERS } from './password-rules'

type NewPasswordFieldProps = {
  name: string
  label: string
  errors?: readonly string[]
  /** Staff choose longer ones. */
  least?: number
}

/** Where a password is chosen: the advice is written, the meter and the eye come with JavaScript. */
export function NewPasswordField({ name, label, errors, least = LEAST_CHARACTERS }: NewPasswordFieldProps) {
  const { t } = useTranslation()
  const meter = useId()
  const [typed, setTyped] = useState<number | null>(null)
  const [isShown, setIsShown] = useState(false)
  return (
    <div className="grid gap-2">
      <TextField
        label={label}
        name={name}
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        minLength={least}
        required
        hint={t('identity.password.advice', { count: least })}
        errors={errors}
        onInput={(event) => setTyped([...event.currentTarget.value].length)}
      />
      {typed !== null && (
        <div className="grid gap-2">
          <label htmlFor={meter} className="sr-only">
            {t('identity.password.length')}
          </label>
          <meter
            id={meter}
            className="h-2 w-full"
            min={0}
            max={least + 8}
            low={least}
            high={least + 4}
            optimum={least + 8}
            value={Math.min(typed, least + 8)}
          />
          <p className="text-sm text-ink-soft" aria-live="polite">
            {typed < least
              ? t('identity.password.missing', { count: least - typed })
              : t('identity.password.longEnough')}
          </p>
          <Checkbox
            label={t('identity.password.show')}
            checked={isShown}
            onChange={(event) => setIsShown(event.currentTarget.checked)}
          />
        </div>
      )}
    </div>
  )
}
