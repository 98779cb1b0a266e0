import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from '~/i18n/translation'
import type { PostalAddress } from '~/orders/postal-address'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { Checkbox } from '~/ui/choices'
import { errorsOf, FormErrors, type FormReply, typedIn } from '~/ui/form-errors'
import { type Choice, TextField } from '~/ui/inputs'
import { AddressFields } from './steps/address-fields'

type AddressStepProps = {
  email: string | null
  shipping: PostalAddress | null
  billing: PostalAddress | null
  countries: readonly Choice[]
  defaultCountry: string
  reply: (FormReply & { initialValue?: Record<string, unknown> | null }) | undefined
}

export function AddressStep({
  email,
  shipping,
  billing,
  defaultCountry,
  reply,
  countries,
}: AddressStepProps) {
  const { t } = useTranslation()
  const isSending = useNavigation().state !== 'idle'
  const isBilledElsewhere = reply ? typedIn(reply, 'billingElsewhere') !== undefined : billing !== null

  return (
    <Form method="post" noValidate className="grid gap-6">
      <p className="-mt-3 text-ink-soft">{t('checkout.address.text')}</p>
      <FormErrors of={reply} />
      <Card title={t('checkout.address.contact')}>
        <TextField
          label={t('checkout.address.email')}
          hint={t('checkout.address.emailHint')}
          name="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          errors={errorsOf(reply, 'email')}
          defaultValue={reply ? typedIn(reply, 'email') : (email ?? undefined)}
          required
        />
      </Card>
      <Card title={t('checkout.address.shipping')}>
        <AddressFields
          kind="shipping"
          saved={shipping}
          countries={countries}
          defaultCountry={defaultCountry}
          reply={reply}
        />
      </Card>
      <Card className="group">
        <Checkbox
          label={t('checkout.address.billingElsewhere')}
          name="billingElsewhere"
          defaultChecked={isBilledElsewhere}
        />
        {/* Shown by the ticked box itself, so that it works without a script. */}
        <div className="mt-4 hidden group-has-[[name=billingElsewhere]:checked]:block">
          <h2 className="mb-4 text-lg">{t('checkout.address.billing')}</h2>
          <AddressFields
            kind="billing"
            saved={billing}
            countries={countries}
            defaultCountry={defaultCountry}
            reply={reply}
          />
        </div>
      </Card>
      <Button size="large" pending={isSending} className="sm:justify-self-end">
        {t('checkout.continueToDelivery')}
      </Button>
    </Form>
  )
}
