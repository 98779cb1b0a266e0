import { useTranslation } from '~/i18n/translation'
import { WarningIcon } from '~/ui/icons'

/** On the card of a part that fits on conditions: what to check of the vehicle before buying. */
export function FitNote({ reasons }: { reasons: readonly string[] | undefined }) {
  const { t } = useTranslation()
  if (!reasons) return null
  return (
    <p className="mt-1 flex gap-1.5 rounded-sm bg-warning-wash px-2 py-1.5 text-xs leading-4 text-warning-deep">
      <WarningIcon size={16} className="flex-none" />
      <span>
        <span className="font-semibold">{t('vehicles.range.checkFirst')}</span> {reasons.join(', ')}
      </span>
    </p>
  )
}
