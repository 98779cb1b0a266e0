import { z } from 'zod'
import { typedAnyhow, typedCode, typedEmail, typedLine } from '~/text/typed-fields'
import { readPostcode, territoryOf } from './postcode'
import { readTelephone } from './telephone'

/** Both are compared as soon as they are readable, whatever else is still wrong with the address. */
const place = z.looseObject({ country: z.string().regex(/^[A-Z]{2}$/), postcode: typedCode(20) })
const knowsPlace = ({ value }: { value: unknown }) => place.safeParse(value).success

function territoryOfTyped(input: unknown): string | undefined {
  const typed = place.safeParse(input)
  return typed.success ? territoryIn(typed.data) : undefined
}

function territoryIn({ country, postcode }: z.infer<typeof place>): string | undefined {
  return territoryOf(country, readPostcode(country, postcode) ?? postcode)
}

const address = z
  .object({
    fullName: typedLine(100),
    company: typedLine(100).optional(),
    street: typedLine(120),
    street2: typedLine(120).optional(),
    postcode: typedCode(20),
    city: typedLine(80),
    country: z.string().regex(/^[A-Z]{2}$/, { error: 'ui.errors.choice' }),
    phone: typedAnyhow().optional(),
  })
  .refine((typed) => !territoryIn(typed), {
    path: ['country'],
    when: knowsPlace,
    error: ({ input }) => `checkout.errors.territory.${territoryOfTyped(input)}`,
  })
  .refine((typed) => territoryIn(typed) || readPostcode(typed.country, typed.postcode), {
    path: ['postcode'],
    when: knowsPlace,
    error: 'checkout.errors.postcode',
  })
  .transform(({ phone: typedPhone = '', ...typed }) => {
    const { country, postcode } = typed
    // No order waits for a telephone: what cannot be one is left out, and the next page says so.
    const phone = readTelephone(country, typedPhone)
    return { ...typed, postcode: readPostcode(country, postcode) ?? postcode, ...(phone && { phone }) }
  })

const sameAddress = z.object({ email: typedEmail(), shipping: address })
const twoAddresses = sameAddress.extend({ billing: address })

/** The bill goes to another address only when its box is ticked; what stands in its fields is not looked at otherwise. */
export function addressForm(formData: FormData): typeof sameAddress | typeof twoAddresses {
  return formData.has('billingElsewhere') ? twoAddresses : sameAddress
}
