import { worded } from '~/i18n/message'
import { useTranslation } from '~/i18n/translation'
import { Button } from '~/ui/button'
import { errorsOf, typedIn } from '~/ui/form-errors'
import { CheckIcon, WarningIcon } from '~/ui/icons'
import { TextField } from '~/ui/inputs'
import type { CartReply } from '../cart-reply'
import type { CartView } from '../read-cart.server'
import { useCartForm } from './use-cart-form'

type CartCodeProps = {
  cart: Pick<CartView, 'promo' | 'promoCode'>
  problem: string | null
  reply: CartReply | undefined
}

/** The promo code of the cart, or the field to give one. */
export function CartCode({ cart, problem, reply }: CartCodeProps) {
  return cart.promoCode ? (
    <NotedCode code={cart.promoCode} problem={cart.promo ? null : problem} />
  ) : (
    <CodeField reply={reply} />
  )
}

function CodeField({ reply }: Pick<CartCodeProps, 'reply'>) {
  const { t } = useTranslation()
  const { form, reply: own, isSending } = useCartForm()
  const result = (own ?? (reply?.intent === 'apply-code' ? reply : undefined))?.result
  return (
    <form {...form}>
      <input type="hidden" name="intent" value="apply-code" />
      <div className="flex items-end gap-2">
        <TextField
          label={t('cart.code.label')}
          name="code"
          required
          maxLength={60}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          defaultValue={typedIn(result, 'code')}
          aria-describedby="cart-code-errors"
          className="flex-1"
        />
        <Button variant="secondary" pending={isSending}>
          <span>{t('cart.code.submit')}</span>
        </Button>
      </div>
      <CodeErrors errors={errorsOf(result, 'code')} />
    </form>
  )
}

/** Below field and button both, so that they stay in line. */
function CodeErrors({ errors }: { errors: readonly string[] | undefined }) {
  const { t } = useTranslation()
  return (
    <div id="cart-code-errors" role="alert" className="mt-1.5 text-sm font-medium text-danger empty:mt-0">
      {errors?.map((error) => (
        <p key={error} className="flex items-start gap-1.5">
          <WarningIcon size={16} className="mt-0.5 flex-none" />
          {worded(t, error)}
        </p>
      ))}
    </div>
  )
}

function NotedCode({ code, problem }: { code: string; problem: string | null }) {
  const { t } = useTranslation()
  const { form, isSending } = useCartForm()
  return (
    <form {...form} className="grid gap-1 rounded border border-paper-line bg-paper px-3 py-2">
      <input type="hidden" name="intent" value="remove-code" />
      <div className="flex items-center gap-2 text-sm font-medium">
        {problem ? (
          <WarningIcon size={18} className="flex-none text-warning" />
        ) : (
          <CheckIcon size={18} className="flex-none text-success" />
        )}
        <span className="flex-1">{t(problem ? 'cart.code.inactive' : 'cart.code.applied', { code })}</span>
        <Button
          variant="quiet"
          size="small"
          pending={isSending}
          aria-label={t('cart.code.remove', { code })}
          className="-mr-2"
        >
          <span>{t('cart.code.removeShort')}</span>
        </Button>
      </div>
      {problem && <p className="text-sm text-warning-deep">{worded(t, problem)}</p>}
    </form>
  )
}
