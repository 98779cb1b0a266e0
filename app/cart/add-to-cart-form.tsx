import { ShopLink } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { Button } from '~/ui/button'
import { errorsOf, FormErrors } from '~/ui/form-errors'
import { CartIcon, DoneIcon } from '~/ui/icons'
import { QuantityInput } from '~/ui/quantity-input'
import { MOST_OF_ONE } from './changes/cart-limits'
import { useCartForm } from './page/use-cart-form'

/** Puts a variant into the cart from any page. Not for a sold-out one: say that in its place. */
export function AddToCartForm({
  variantId,
  name,
  available,
}: {
  variantId: number
  name: string
  available: number
}) {
  const { t } = useTranslation()
  const { form, reply, isSending } = useCartForm()
  const wrongQuantity = errorsOf(reply?.result, 'quantity')

  return (
    <form {...form} className="grid gap-3">
      <input type="hidden" name="intent" value="add" />
      <input type="hidden" name="variantId" value={variantId} />
      <div className="flex flex-wrap gap-2 sm:gap-3">
        <QuantityInput
          name="quantity"
          label={t('cart.add.quantity', { name })}
          defaultValue={1}
          max={Math.min(available, MOST_OF_ONE)}
        />
        <Button className="flex-1 max-sm:px-3" pending={isSending}>
          <CartIcon />
          <span>{t('cart.add.submit')}</span>
        </Button>
      </div>
      <FormErrors
        of={reply?.result && { error: { '': wrongQuantity ?? errorsOf(reply.result, '') ?? null } }}
      />
      <div role="status">
        {reply?.unitCount !== undefined && (
          <p className="flex flex-wrap items-center gap-x-2 rounded border border-success-tint bg-success-wash px-4 py-3 text-sm text-success-deep">
            <DoneIcon size={18} className="flex-none" />
            <span className="flex-1">{t('cart.add.added', { count: reply.unitCount })}</span>
            <ShopLink to="/cart" className="font-semibold underline underline-offset-4">
              {t('cart.add.see')}
            </ShopLink>
          </p>
        )}
      </div>
    </form>
  )
}
