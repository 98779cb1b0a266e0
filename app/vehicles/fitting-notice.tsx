import { useTranslation } from '~/i18n/translation'
import { ButtonLink } from '~/ui/button'
import { Notice } from '~/ui/notice'
import type { FittingCounts } from './fitting-queries.server'
import { FittingWords } from './fitting-words'
import { fittingPath } from './vehicle-name'
import type { Vehicle } from './vehicle-queries.server'

export type Fitting = { vehicle: Vehicle; counts: FittingCounts; total: number }

/** On the list of a whole range: how much of it fits the shopper's vehicle, and the way there. */
export function FittingNotice({
  fitting,
  range,
}: {
  fitting: Fitting | null
  range: { slug: string; family: { slug: string } }
}) {
  const { t } = useTranslation()
  if (!fitting) return null
  return (
    <Notice
      tone={fitting.counts.fits + fitting.counts.check > 0 ? 'success' : 'notice'}
      className="mt-4"
      title={<FittingWords {...fitting} isMine />}
      action={
        <ButtonLink to={fittingPath(range, fitting.vehicle)} size="small">
          {t('vehicles.range.seeFitting')}
        </ButtonLink>
      }
    >
      {t('vehicles.range.allShown')}
    </Notice>
  )
}
