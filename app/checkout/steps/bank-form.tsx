import { useEffect, useRef } from 'react'
import { useTranslation } from '~/i18n/translation'
import { Button } from '~/ui/button'
import { ArrowRightIcon } from '~/ui/icons'

type BankFormProps = {
  action: string
  fields: readonly (readonly [name: string, value: string])[]
  /** Sends itself where scripts run; the button does it where they do not. */
  sendsItself: boolean
}

/** The signed form with which some banks want to be entered: its fields are theirs, in their order. */
export function BankForm({ action, fields, sendsItself }: BankFormProps) {
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (!sendsItself) return
    // Without this, going back from the bank would lead straight to it again.
    history.replaceState(history.state, '', withoutGo(location.href))
    form.current?.submit()
  }, [sendsItself])

  return (
    <form ref={form} method="post" action={action} acceptCharset="utf-8">
      {fields.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button size="large" block>
        {t('checkout.pay.goOn')}
        <ArrowRightIcon />
      </Button>
    </form>
  )
}

function withoutGo(href: string): string {
  const url = new URL(href)
  url.searchParams.delete('go')
  return url.href
}
