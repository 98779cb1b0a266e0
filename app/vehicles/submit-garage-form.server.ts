import type { Database } from '~/platform/db.server'
import { type Garage, holds, withChoice, withDetails, withoutVehicle, withVehicle } from './garage/garage'
import type { GarageForm } from './garage-forms'
import { findVehicle } from './vehicle-queries.server'

export type SubmitGarageFormOutcome = { ok: true; garage: Garage } | { ok: false; reason: 'unknown-vehicle' }

/** Does what a form asks of a garage. A vehicle enters it by its whole URL: a type of another model is unknown. */
export async function submitGarageForm(
  db: Database,
  { form, garage }: { form: GarageForm; garage: Garage },
): Promise<SubmitGarageFormOutcome> {
  if (form.intent === 'show-all') return { ok: true, garage: withChoice(garage, null) }
  if (form.intent === 'add') {
    const vehicle = await findVehicle(db, form)
    return vehicle ? { ok: true, garage: withVehicle(garage, vehicle.id) } : UNKNOWN
  }
  if (!holds(garage, form.typeId)) return UNKNOWN
  switch (form.intent) {
    case 'choose':
      return { ok: true, garage: withChoice(garage, form.typeId) }
    case 'forget':
      return { ok: true, garage: withoutVehicle(garage, form.typeId) }
    case 'describe':
      return { ok: true, garage: withDetails(garage, detailsIn(form)) }
  }
}

const UNKNOWN = { ok: false, reason: 'unknown-vehicle' } as const

function detailsIn({ typeId, built, chassis, airConditioning }: Extract<GarageForm, { intent: 'describe' }>) {
  return {
    typeId,
    built: built ?? null,
    chassis: chassis ?? null,
    airConditioning: airConditioning ? airConditioning === 'with' : null,
  }
}
