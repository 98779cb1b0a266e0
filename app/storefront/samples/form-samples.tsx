import { useState } from 'react'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { Checkbox, RadioCards } from '~/ui/choices'
import { Dialog } from '~/ui/dialog'
import { errorsOf, FormErrors } from '~/ui/form-errors'
import { SelectField, TextAreaField, TextField } from '~/ui/inputs'
import { Price } from '~/ui/price'
import { QuantityInput } from '~/ui/quantity-input'
import { Sample, Samples } from './sample'

const REFUSED = {
  error: { email: ['ui.errors.email'], postcode: ['ui.errors.tooShort?count=5'] },
}

export function FormSamples() {
  const [isOpen, setOpen] = useState(false)
  return (
    <Samples title="Forms">
      <Sample name="TextField, SelectField, TextAreaField, FormErrors">
        <Card title="Adresse de livraison" className="max-w-2xl">
          <form method="get" className="grid gap-4 sm:grid-cols-2">
            <FormErrors of={REFUSED} className="sm:col-span-2" />
            <TextField label="Nom" name="name" defaultValue="Camille Duval" autoComplete="off" />
            <TextField
              label="E-mail"
              name="email"
              type="email"
              defaultValue="camille@"
              errors={errorsOf(REFUSED, 'email')}
              hint="Pour la confirmation et le suivi."
            />
            <TextField
              label="Code postal"
              name="postcode"
              inputMode="numeric"
              defaultValue="690"
              errors={errorsOf(REFUSED, 'postcode')}
            />
            <SelectField
              label="Pays"
              name="country"
              empty="Choisir"
              defaultValue="FR"
              choices={[
                { value: 'FR', label: 'France' },
                { value: 'BE', label: 'Belgique' },
              ]}
            />
            <TextField label="Téléphone" name="phone" optional disabled />
            <TextAreaField label="Message" name="message" optional className="sm:col-span-2" />
            <Checkbox
              label="Me prévenir des nouveautés"
              hint="Une lettre par mois au plus."
              name="letter"
              className="sm:col-span-2"
            />
          </form>
        </Card>
      </Sample>
      <Sample name="RadioCards">
        <div className="max-w-2xl">
          <RadioCards
            legend="Mode de livraison"
            name="delivery"
            defaultValue="home"
            cards={[
              {
                value: 'home',
                label: 'À domicile',
                hint: 'Demain, avant 18 h',
                aside: <Price cents={690} />,
              },
              {
                value: 'point',
                label: 'En point relais',
                hint: 'Sous 3 jours',
                aside: <Price cents={390} />,
              },
              { value: 'express', label: 'Express', hint: 'Indisponible pour cette adresse', disabled: true },
            ]}
          />
        </div>
      </Sample>
      <Sample name="QuantityInput">
        <div className="flex items-center gap-6">
          <QuantityInput defaultValue={2} />
          <QuantityInput defaultValue={1} compact />
        </div>
      </Sample>
      <Sample name="Dialog">
        <Button type="button" variant="secondary" onClick={() => setOpen(true)}>
          Ouvrir
        </Button>
        <Dialog open={isOpen} onClose={() => setOpen(false)} title="Vider le panier ?">
          <p className="text-ink-soft">Les quatre articles retourneront en rayon.</p>
          <div className="mt-6 flex justify-end gap-3">
            <Button type="button" variant="secondary" onClick={() => setOpen(false)}>
              Garder
            </Button>
            <Button type="button" variant="danger">
              Vider
            </Button>
          </div>
        </Dialog>
      </Sample>
    </Samples>
  )
}
