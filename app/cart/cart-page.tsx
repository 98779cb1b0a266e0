import { useTranslation } from '~/i18n/translation'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { errorsOf, FormErrors } from '~/ui/form-errors'
import { Notice } from '~/ui/notice'
import { CartLine } from './page/cart-line'
import { type CartPageProps, CartSummary } from './page/cart-summary'
import { useCartForm } from './page/use-cart-form'

export function CartPage({ cart, countries, codeProblem, reply }: CartPageProps) {
  const { t } = useTranslation()
  const isAboutAdding = reply?.intent === 'add' || reply?.intent === null
  const refusal = isAboutAdding ? errorsOf(reply.result, 'quantity') : undefined
  const problem = reply?.result && { error: { '': refusal ?? errorsOf(reply.result, '') ?? null } }

  if (cart.lines.length === 0)
    return (
      <>
        <FormErrors of={problem} className="mb-6" />
        <EmptyCart />
      </>
    )
  return (
    <>
      <header className="mb-6 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h1 className="text-2xl sm:text-3xl">{t('cart.title')}</h1>
        <p className="text-ink-faint">{t('cart.units', { count: cart.unitCount })}</p>
      </header>
      <FormErrors of={problem} className="mb-6" />
      {cart.hasChanges && <Changes isOrderable={cart.isOrderable} />}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-8">
        <div>
          <ul className="divide-y divide-paper-line rounded-lg border border-paper-line bg-white">
            {cart.lines.map((line) => (
              <CartLine key={line.variantId} line={line} reply={reply} />
            ))}
          </ul>
          <div className="mt-3 flex flex-wrap justify-between gap-3">
            <ButtonLink to="/catalog" variant="quiet" size="small">
              {t('cart.continue')}
            </ButtonLink>
            <ClearButton />
          </div>
        </div>
        <CartSummary cart={cart} countries={countries} codeProblem={codeProblem} reply={reply} />
      </div>
    </>
  )
}

function EmptyCart() {
  const { t } = useTranslation()
  return (
    <EmptyState
      drawing="empty-cart"
      headingLevel="h1"
      title={t('cart.empty.title')}
      actions={
        <>
          <ButtonLink to="/catalog">{t('cart.empty.catalog')}</ButtonLink>
          <ButtonLink to="/brands" variant="secondary">
            {t('cart.empty.brands')}
          </ButtonLink>
        </>
      }
    >
      <p>{t('cart.empty.text')}</p>
    </EmptyState>
  )
}

/** What happened while the visitor was away; one button takes note of it and mends the cart. */
function Changes({ isOrderable }: { isOrderable: boolean }) {
  const { t } = useTranslation()
  const { form, isSending } = useCartForm()
  return (
    <Notice
      tone={isOrderable ? 'notice' : 'warning'}
      title={t('cart.changes.title')}
      announced
      className="mb-6"
      action={
        <form {...form}>
          <input type="hidden" name="intent" value="accept" />
          <Button variant="secondary" size="small" pending={isSending}>
            <span>{t(isOrderable ? 'cart.changes.understood' : 'cart.changes.update')}</span>
          </Button>
        </form>
      }
    >
      <p>{t(isOrderable ? 'cart.changes.prices' : 'cart.changes.stock')}</p>
    </Notice>
  )
}

function ClearButton() {
  const { t } = useTranslation()
  const { form, isSending } = useCartForm()
  return (
    <form {...form}>
      <input type="hidden" name="intent" value="clear" />
      <Button variant="quiet" size="small" pending={isSending}>
        <span>{t('cart.clear')}</span>
      </Button>
    </form>
  )
}
