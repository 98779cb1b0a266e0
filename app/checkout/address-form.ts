import { z } from 'zod'
import { countryOf } from '~/places/place-of'
import { typedAnyhow, typedCode, typedEmail, typedLine } from '~/text/typed-fields'
import { readPostcode } from './address/postcode'
import { readTelephone } from './address/telephone.server'

/** They are compared as soon as they are readable, whatever else is still wrong with the address. */
const typedPlace = z.looseObject({ country: z.string().regex(/^[A-Z]{2}$/), postcode: typedCode(20) })
const knowsPlace = ({ value }: { value: unknown }) => typedPlace.safeParse(value).success

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
  .refine((typed) => readPostcode(typed), {
    path: ['postcode'],
    when: knowsPlace,
    error: 'checkout.errors.postcode',
  })
  .transform(({ phone: typedPhone = '', ...typed }) => {
    const postcode = readPostcode(typed) ?? typed.postcode
    // The territory's own country, when it was written under the one it belongs to.
    const country = countryOf({ ...typed, postcode })
    // No order waits for a telephone: what cannot be one is left out, and the next page says so.
    const phone = readTelephone(country, typedPhone)
    const found = { country, postcode: readPostcode({ ...typed, country }) ?? postcode }
    return { ...typed, ...found, ...(phone && { phone }) }
  })

const sameAddress = z.object({ email: typedEmail(), shipping: address })
const twoAddresses = sameAddress.extend({ billing: address })

/** The bill goes to another address only when its box is ticked; what stands in its fields is not looked at otherwise. */
export function addressForm(formData: FormData): typeof sameAddress | typeof twoAddresses {
  return formData.has('billingElsewhere') ? twoAddresses : sameAddress
}
