import { useTranslation } from '~/i18n/translation'
import { Button } from '~/ui/button'
import { errorsOf } from '~/ui/form-errors'
import { SelectField } from '~/ui/inputs'
import type { CartReply } from '../cart-reply'
import { useCartForm } from './use-cart-form'

/** Where the parcel would go, asked before any address: sent by choosing, or by its button without JavaScript. */
export function CartCountry({
  country,
  countries,
  reply,
}: {
  country: string
  countries: readonly { value: string; label: string }[]
  reply: CartReply | undefined
}) {
  const { t } = useTranslation()
  const { form, send, reply: own } = useCartForm()
  const result = (own ?? (reply?.intent === 'country' ? reply : undefined))?.result
  return (
    <form {...form} className="flex items-end gap-2">
      <input type="hidden" name="intent" value="country" />
      <SelectField
        key={country}
        label={t('cart.country.label')}
        name="country"
        choices={countries}
        defaultValue={country}
        autoComplete="shipping country"
        errors={errorsOf(result, 'country')}
        className="flex-1"
        onChange={(event) => event.currentTarget.form && send(event.currentTarget.form)}
      />
      <span className="hidden noscript:block">
        <Button variant="secondary">{t('cart.country.submit')}</Button>
      </span>
    </form>
  )
}
