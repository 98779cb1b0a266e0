import { useLanguage, useTranslation } from '~/i18n/translation'
import { ButtonLink } from '~/ui/button'
import { Notice } from '~/ui/notice'
import type { FitAnswer } from './fit-answer.server'
import type { Fit } from './fit-of'
import { reasonInWords } from './reason-words'
import { fittingPath, shortVehicleName } from './vehicle-name'
import type { Vehicle } from './vehicle-queries.server'

type FitBannerProps = {
  answer: FitAnswer
  vehicle: Vehicle | null
  range: { slug: string; family: { slug: string } }
}

const TONES = { fits: 'success', check: 'warning', 'does-not-fit': 'danger' } as const

/** Whether a product fits the shopper's vehicle, and why it may not. */
export function FitBanner({ answer, vehicle, range }: FitBannerProps) {
  const { t } = useTranslation()
  if (!answer) return null
  if (answer.fit === 'no-vehicle-chosen' || (answer.fit !== 'universal' && !vehicle))
    return (
      <Notice
        title={t('vehicles.fit.unknownVehicle')}
        action={
          <ButtonLink to="/vehicles" size="small" variant="secondary">
            {t('vehicles.slot.none')}
          </ButtonLink>
        }
      >
        {t('vehicles.fit.unknownVehicleText')}
      </Notice>
    )
  if (!vehicle) return null
  const name = shortVehicleName(vehicle)
  if (answer.fit === 'universal')
    return (
      <Notice title={t('vehicles.fit.universal')}>
        {t('vehicles.fit.universalText', { vehicle: name })}
      </Notice>
    )
  return (
    <Notice
      tone={TONES[answer.fit]}
      title={t(`vehicles.fit.${answer.fit}`, { vehicle: name })}
      action={canGoOn(answer) && <WayOn answer={answer} vehicle={vehicle} range={range} />}
    >
      <Why answer={answer} />
    </Notice>
  )
}

function Why({ answer }: { answer: Fit }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (answer.fit === 'fits') return t('vehicles.fit.fitsText')
  if (answer.reasons.length === 0) return t('vehicles.fit.noneText')
  return (
    <>
      <p>{t(answer.fit === 'check' ? 'vehicles.fit.checkText' : 'vehicles.fit.brokenText')}</p>
      <ul className="list-disc pl-5">
        {answer.reasons.map((reason) => (
          <li key={reason.fact}>{reasonInWords(t, language, reason)}</li>
        ))}
      </ul>
    </>
  )
}

/** Which axle or side a part goes on is asked of nobody's vehicle; all other doubts can be settled. */
function canGoOn({ fit, reasons }: Fit): boolean {
  if (fit === 'check') return reasons.some(({ fact }) => fact !== 'axle' && fact !== 'side')
  return fit === 'does-not-fit'
}

/** What fits instead, or the place where doubts are settled. */
function WayOn({
  answer,
  vehicle,
  range,
}: {
  answer: Fit
  vehicle: Vehicle
  range: FitBannerProps['range']
}) {
  const { t } = useTranslation()
  const isDoubt = answer.fit === 'check'
  return (
    <ButtonLink to={isDoubt ? '/garage' : fittingPath(range, vehicle)} size="small" variant="secondary">
      {t(isDoubt ? 'vehicles.fit.describe' : 'vehicles.fit.seeFitting')}
    </ButtonLink>
  )
}
