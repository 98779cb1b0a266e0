import { formatDate } from '~/i18n/format'
import type { Language } from '~/i18n/language'
import type { Translate } from '~/i18n/translate'
import type { FitReason } from './fit-of'

/** « véhicule construit à partir du 1 mars 2006 » */
export function reasonInWords(t: Translate, language: Language, reason: FitReason): string {
  switch (reason.fact) {
    case 'axle':
      return t(`vehicles.reason.axle.${reason.wanted}`)
    case 'side':
      return t(`vehicles.reason.side.${reason.wanted}`)
    case 'airConditioning':
      return t(`vehicles.reason.airConditioning.${reason.wanted ? 'with' : 'without'}`)
    case 'built':
    case 'chassis': {
      const worded = (limit: string | null) =>
        limit === null ? '' : reason.fact === 'built' ? formatDate(`${limit}T12:00:00Z`, language) : limit
      const limits = { from: worded(reason.from), until: worded(reason.until) }
      const kind = limits.from && limits.until ? 'between' : limits.from ? 'from' : 'until'
      return t(`vehicles.reason.${reason.fact}.${kind}`, limits)
    }
  }
}
