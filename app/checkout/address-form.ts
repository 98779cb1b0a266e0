import { z } from 'zod'
import { isPostcodeOf, territoryOf, tidyPostcode } from './postcode'
import { typedLine } from './typed-line'

const PHONE = /^\+?[0-9][0-9 .()/-]{4,23}$/

/** Both are compared as soon as they are readable, whatever else is still wrong with the address. */
const place = z.looseObject({ country: z.string().length(2), postcode: z.string().min(1) })
const knowsPlace = ({ value }: { value: unknown }) => place.safeParse(value).success

function territoryOfTyped(input: unknown): string | undefined {
  const typed = place.safeParse(input)
  return typed.success ? territoryOf(typed.data.country, typed.data.postcode) : undefined
}

const address = z
  .object({
    fullName: typedLine(100),
    company: typedLine(100).optional(),
    street: typedLine(120),
    street2: typedLine(120).optional(),
    postcode: typedLine(12).transform(tidyPostcode),
    city: typedLine(80),
    country: z.string().regex(/^[A-Z]{2}$/, { error: 'ui.errors.choice' }),
    phone: typedLine(25)
      .refine((typed) => PHONE.test(typed), { error: 'checkout.errors.phone' })
      .optional(),
  })
  .refine((typed) => !territoryOf(typed.country, typed.postcode), {
    path: ['country'],
    when: knowsPlace,
    error: ({ input }) => `checkout.errors.territory.${territoryOfTyped(input)}`,
  })
  .refine(
    (typed) => territoryOf(typed.country, typed.postcode) || isPostcodeOf(typed.country, typed.postcode),
    {
      path: ['postcode'],
      when: knowsPlace,
      error: 'checkout.errors.postcode',
    },
  )

const email = typedLine(254).pipe(z.email())

const sameAddress = z.object({ email, shipping: address })
const twoAddresses = sameAddress.extend({ billing: address })

/** The bill goes to another address only when its box is ticked; what stands in its fields is not looked at otherwise. */
export function addressForm(formData: FormData): typeof sameAddress | typeof twoAddresses {
  return formData.has('billingElsewhere') ? twoAddresses : sameAddress
}
