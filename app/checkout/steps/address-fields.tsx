import { useTranslation } from '~/i18n/translation'
import type { PostalAddress } from '~/orders/postal-address'
import { errorsOf, type FormReply, typedIn } from '~/ui/form-errors'
import { type Choice, SelectField, TextField, type TextFieldProps } from '~/ui/inputs'

type Reply = (FormReply & { initialValue?: Record<string, unknown> | null }) | undefined

type AddressFieldsProps = {
  /** The name before the dot of each field, and what browsers call this kind of address. */
  kind: 'shipping' | 'billing'
  saved: PostalAddress | null
  countries: readonly Choice[]
  defaultCountry: string
  reply: Reply
}

/** The fields of one address; what was typed comes back after a refusal. */
export function AddressFields({ kind, saved, countries, defaultCountry, reply }: AddressFieldsProps) {
  const { t } = useTranslation()
  const field = (name: keyof PostalAddress, autoComplete: string) =>
    ({
      label: t(`checkout.address.${name}`),
      name: `${kind}.${name}`,
      errors: errorsOf(reply, `${kind}.${name}`),
      defaultValue: reply ? typedIn(reply, `${kind}.${name}`) : saved?.[name],
      autoComplete: `${kind} ${autoComplete}`,
    }) satisfies TextFieldProps
  const country = field('country', 'country')

  return (
    <div className="grid gap-4 sm:grid-cols-6">
      <TextField {...field('fullName', 'name')} required className="sm:col-span-6" />
      <TextField {...field('company', 'organization')} optional className="sm:col-span-6" />
      <TextField {...field('street', 'address-line1')} required className="sm:col-span-6" />
      <TextField {...field('street2', 'address-line2')} optional className="sm:col-span-6" />
      <TextField {...field('postcode', 'postal-code')} required className="sm:col-span-2" />
      <TextField {...field('city', 'address-level2')} required className="sm:col-span-4" />
      <SelectField
        {...country}
        defaultValue={country.defaultValue ?? defaultCountry}
        choices={countries}
        required
        className="sm:col-span-6"
      />
      {kind === 'shipping' && (
        <TextField
          {...field('phone', 'tel')}
          type="tel"
          hint={t('checkout.address.phoneHint')}
          optional
          className="sm:col-span-6"
        />
      )}
    </div>
  )
}
