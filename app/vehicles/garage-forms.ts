import * as z from 'zod'
import { typedCode, writtenByPage } from '~/text/typed-fields'
import { plainChassis } from './fit-of'

const typeId = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number)
const MONTH = /^(18[89]\d|19\d\d|20\d\d)-(0[1-9]|1[0-2])$/
const slug = writtenByPage(200)
/** Where to go on afterwards. */
const next = writtenByPage(500).optional()

/** Everything a visitor may ask of their garage. */
export const garageForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add'), make: slug, model: slug, type: slug, next }),
  z.object({ intent: z.literal('choose'), typeId, next }),
  z.object({ intent: z.literal('show-all'), next }),
  z.object({ intent: z.literal('forget'), typeId, next }),
  z.object({
    intent: z.literal('describe'),
    typeId,
    built: typedCode(20)
      .pipe(z.string().regex(MONTH, { error: 'vehicles.garage.builtWrong' }))
      .optional(),
    chassis: typedCode(40)
      .transform(plainChassis)
      .refine((plain) => plain.length >= 5 && plain.length <= 17, { error: 'vehicles.garage.chassisWrong' })
      .optional(),
    airConditioning: z.enum(['with', 'without']).optional(),
    next,
  }),
])

export type GarageForm = z.infer<typeof garageForm>
