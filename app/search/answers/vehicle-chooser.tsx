import { useLocation } from '@remix-run/react'
import { ShopLink } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { ChevronDownIcon } from '~/ui/icons'
import type { VehicleChoices } from './vehicle-choices.server'

const LINK = 'flex min-h-11 items-center gap-3 px-4 py-2 text-sm hover:bg-paper-sunk hover:text-accent'

/** Asks which of several vehicles is meant: the model first where there are many, else its types. All of it links. */
export function VehicleChooser({
  choices: { models },
  vehicle,
}: {
  choices: VehicleChoices
  vehicle: string
}) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const urlOf = (to: string) => (to.startsWith('?') ? pathname + to : to)
  const isOne = models.length === 1
  return (
    <section
      aria-labelledby="which-vehicle"
      className="mt-4 rounded-lg border border-accent-tint bg-accent-wash p-3 sm:p-4"
    >
      <h2 id="which-vehicle" className="text-base font-semibold text-ink-strong">
        {t('search.forVehicle.which', { vehicle })}
      </h2>
      <ul className="mt-3 grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {models.map(({ name, years, to, types }) => (
          <li key={name + years} className="overflow-hidden rounded border border-paper-line bg-white">
            {to || types.length === 1 ? (
              <ShopLink to={urlOf(to ?? types[0]?.to ?? '')} className={LINK}>
                <Model name={name} years={years} />
              </ShopLink>
            ) : (
              <details open={isOne}>
                <summary className={`${LINK} cursor-pointer`}>
                  <Model name={name} years={years} />
                  <ChevronDownIcon size={18} />
                </summary>
                <ul className="border-t border-paper-line">
                  {types.map((type) => (
                    <li key={type.to}>
                      <ShopLink to={urlOf(type.to)} className={LINK}>
                        {type.label}
                      </ShopLink>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Model({ name, years }: { name: string; years: string }) {
  return (
    <>
      <span className="min-w-0 flex-1 font-semibold">{name}</span>
      <span className="text-ink-faint tabular-nums">{years}</span>
    </>
  )
}
