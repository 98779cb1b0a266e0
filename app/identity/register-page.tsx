import { Form, useNavigation } from '@remix-run/react'
import { ShopLink } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { Button } from '~/ui/button'
import { Checkbox } from '~/ui/choices'
import { errorsOf, FormErrors, type FormReply, typedIn } from '~/ui/form-errors'
import { SelectField, TextField } from '~/ui/inputs'
import { NarrowPage } from '~/ui/narrow-page'
import { NewPasswordField } from './new-password-field'

type Reply = FormReply & { initialValue?: Record<string, unknown> | null }

export function RegisterPage({ reply, email }: { reply: Reply | undefined; email?: string }) {
  const { t } = useTranslation()
  const isSending = useNavigation().state === 'submitting'
  return (
    <NarrowPage title={t('identity.register.title')} lead={t('identity.register.lead')}>
      <Form method="post" className="grid gap-4" noValidate>
        <FormErrors of={reply} />
        <TextField
          label={t('identity.signIn.email')}
          name="email"
          type="email"
          autoComplete="email"
          required
          defaultValue={typedIn(reply, 'email') ?? email}
          errors={errorsOf(reply, 'email')}
        />
        <TextField
          label={t('identity.register.name')}
          name="name"
          autoComplete="name"
          required
          defaultValue={typedIn(reply, 'name')}
          errors={errorsOf(reply, 'name')}
        />
        <NewPasswordField
          name="password"
          label={t('identity.signIn.password')}
          errors={errorsOf(reply, 'password')}
        />
        <MoreAboutYou reply={reply} />
        <Checkbox
          name="terms"
          required
          defaultChecked={typedIn(reply, 'terms') === 'on'}
          errors={errorsOf(reply, 'terms')}
          label={
            <>
              {t('identity.register.terms')}{' '}
              <ShopLink to="/legal/terms" className="underline">
                {t('identity.register.termsLink')}
              </ShopLink>
            </>
          }
        />
        <Button block pending={isSending}>
          {t('identity.register.submit')}
        </Button>
      </Form>
      <p className="mt-6 text-sm text-ink-soft">
        {t('identity.register.haveOne')}{' '}
        <ShopLink to="/sign-in" className="font-medium text-ink underline">
          {t('identity.signIn.title')}
        </ShopLink>
      </p>
    </NarrowPage>
  )
}

function MoreAboutYou({ reply }: { reply: Reply | undefined }) {
  const { t } = useTranslation()
  const hasAny = ['username', 'phone', 'formOfAddress', 'wantsToSell'].some((name) => typedIn(reply, name))
  const hasErrors = ['username', 'phone'].some((name) => errorsOf(reply, name))
  return (
    <details className="rounded border border-paper-line bg-white" open={hasAny || hasErrors}>
      <summary className="cursor-pointer px-4 py-3 text-sm font-medium">
        {t('identity.register.more')}
      </summary>
      <div className="grid gap-4 px-4 pt-1 pb-4">
        <SelectField
          label={t('identity.register.formOfAddress')}
          name="formOfAddress"
          autoComplete="honorific-prefix"
          defaultValue={typedIn(reply, 'formOfAddress') ?? 'none'}
          choices={(['none', 'ms', 'mr'] as const).map((value) => ({
            value,
            label: t(`identity.formOfAddress.${value}`),
          }))}
        />
        <TextField
          label={t('identity.register.username')}
          name="username"
          autoComplete="nickname"
          optional
          hint={t('identity.register.usernameHint')}
          defaultValue={typedIn(reply, 'username')}
          errors={errorsOf(reply, 'username')}
        />
        <TextField
          label={t('identity.register.phone')}
          name="phone"
          type="tel"
          autoComplete="tel"
          optional
          defaultValue={typedIn(reply, 'phone')}
          errors={errorsOf(reply, 'phone')}
        />
        <Checkbox
          name="wantsToSell"
          defaultChecked={typedIn(reply, 'wantsToSell') === 'on'}
          label={t('identity.register.wantsToSell')}
          hint={t('identity.register.wantsToSellHint')}
        />
      </div>
    </details>
  )
}
