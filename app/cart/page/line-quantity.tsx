import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from '~/i18n/translation'
import { Button } from '~/ui/button'
import { FieldErrors } from '~/ui/field'
import { errorsOf, typedIn } from '~/ui/form-errors'
import { QuantityInput } from '~/ui/quantity-input'
import { Spinner } from '~/ui/spinner'
import type { CartReply } from '../cart-reply'
import { MOST_OF_ONE } from '../changes/cart-limits'
import type { CartLineView } from '../read-cart.server'
import { useCartForm } from './use-cart-form'

const PAUSE_MS = 500

/** The quantity of a line: sent by itself after a short pause, or by its button where there is no JavaScript. */
export function LineQuantity({ line, reply }: { line: CartLineView; reply: CartReply | undefined }) {
  const { t } = useTranslation()
  const { variantId, name, quantity, available } = line
  const { form, send, reply: own, isSending } = useCartForm()
  const element = useRef<HTMLFormElement>(null)
  const pause = useRef<ReturnType<typeof setTimeout>>()
  const errorsId = useId()
  const { fieldKey, noteTyped } = useFieldKey(quantity)

  useEffect(() => () => clearTimeout(pause.current), [])

  function sendSoon(typed: number) {
    noteTyped(typed)
    clearTimeout(pause.current)
    if (Number.isNaN(typed) || typed === quantity) return
    pause.current = setTimeout(() => element.current && send(element.current), PAUSE_MS)
  }

  function sendNow(event: FormEvent<HTMLFormElement>) {
    clearTimeout(pause.current)
    form.onSubmit(event)
  }

  const isOurs = reply?.intent === 'change' && reply.variantId === variantId
  const result = (own ?? (isOurs ? reply : undefined))?.result
  const errors = errorsOf(result, 'quantity') ?? errorsOf(result, '')
  return (
    <form {...form} onSubmit={sendNow} ref={element} className="grid gap-1.5">
      <input type="hidden" name="intent" value="change" />
      <input type="hidden" name="variantId" value={variantId} />
      <div className="flex items-center gap-2">
        <QuantityInput
          key={fieldKey}
          name="quantity"
          label={t('cart.line.quantity', { name })}
          compact
          defaultValue={typedIn(result, 'quantity') ?? quantity}
          max={Math.min(MOST_OF_ONE, Math.max(available, quantity))}
          onChange={sendSoon}
          aria-invalid={errors ? true : undefined}
          aria-describedby={errors ? errorsId : undefined}
        />
        <span className="hidden noscript:block">
          <Button variant="secondary" size="small">
            {t('cart.line.update')}
          </Button>
        </span>
        {isSending && <Spinner label={t('ui.pending')} />}
      </div>
      {errors && <FieldErrors id={errorsId} errors={errors} />}
    </form>
  )
}

/** Renews the field when the quantity became another one than what was typed in it, and only then: focus stays. */
function useFieldKey(quantity: number) {
  const typed = useRef(quantity)
  const [shown, setShown] = useState({ quantity, fieldKey: 0 })
  if (shown.quantity !== quantity) {
    const isAsTyped = typed.current === quantity
    setShown({ quantity, fieldKey: isAsTyped ? shown.fieldKey : shown.fieldKey + 1 })
  }
  return {
    fieldKey: shown.fieldKey,
    noteTyped(value: number) {
      typed.current = value
    },
  }
}
