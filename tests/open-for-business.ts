import { saveDelivery } from '~/delivery/save-delivery.server'
import type { Database } from '~/platform/db.server'
import { saveVatRates } from '~/vat/save-vat-rates.server'

/** What a shop needs before anything can be ordered: somewhere to deliver to, and the rate of its tax. */
export async function openForBusiness(db: Database): Promise<void> {
  await saveVatRates(db, [
    { country: 'FR', vatClass: 'standard', validFrom: '2014-01-01', rateBasisPoints: 2000 },
  ])
  await saveDelivery(db, {
    zones: [{ code: 'france', name: { fr: 'France', en: 'France' }, countries: ['FR'] }],
    methods: [
      {
        code: 'home',
        kind: 'home',
        carrier: 'La Poste',
        name: { fr: 'À domicile', en: 'At home' },
        description: { fr: 'Remis en main propre', en: 'Handed over' },
        offers: [{ zone: 'france', minDays: 2, maxDays: 3, rates: [[30_000, 590]] }],
      },
    ],
  })
}
