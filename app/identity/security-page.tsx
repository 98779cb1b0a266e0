import { Form, useNavigation } from '@remix-run/react'
import { formatDateTime } from '~/i18n/format'
import { useLanguage, useTranslation } from '~/i18n/translation'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { errorsOf, FormErrors, type FormReply, typedIn } from '~/ui/form-errors'
import { TextField } from '~/ui/inputs'
import { Notice } from '~/ui/notice'
import { NewPasswordField } from './new-password-field'

type Reply = FormReply & { initialValue?: Record<string, unknown> | null; about?: string }

export type ShownSession = {
  id: string
  device: string | null
  network: string
  startedAt: string
  isThis: boolean
}

type SecurityProps = {
  email: string
  least: number
  sessions: ShownSession[]
  reply: Reply | null | undefined
  /** What was done, said once. */
  done: 'password' | 'email' | 'session' | null
}

export function SecurityPage({ email, least, sessions, reply, done }: SecurityProps) {
  const { t } = useTranslation()
  const replyTo = (intent: string) => (reply?.about === intent ? reply : null)
  return (
    <>
      {done && <Notice tone="success">{t(`identity.security.done.${done}`, { email })}</Notice>}
      <PasswordCard email={email} least={least} reply={replyTo('change-password')} />
      <EmailCard email={email} reply={replyTo('change-email')} />
      <SessionsCard sessions={sessions} />
    </>
  )
}

function PasswordCard({ email, least, reply }: { email: string; least: number; reply: Reply | null }) {
  const { t } = useTranslation()
  return (
    <Card title={t('identity.security.password')}>
      <Form method="post" className="grid max-w-md gap-4" noValidate>
        <FormErrors of={reply} />
        {/* Tells password managers whose password it is. */}
        <input type="hidden" name="email" value={email} autoComplete="username" />
        <CurrentPassword reply={reply} />
        <NewPasswordField
          name="newPassword"
          label={t('identity.choose.password')}
          least={least}
          errors={errorsOf(reply, 'newPassword')}
        />
        <IntentButton intent="change-password" label={t('identity.security.changePassword')} />
      </Form>
    </Card>
  )
}

function EmailCard({ email, reply }: { email: string; reply: Reply | null }) {
  const { t } = useTranslation()
  return (
    <Card title={t('identity.security.email')}>
      <Form method="post" className="grid max-w-md gap-4" noValidate>
        <p className="text-ink-soft">{t('identity.security.emailNow', { email })}</p>
        <FormErrors of={reply} />
        <TextField
          label={t('identity.security.newEmail')}
          name="newEmail"
          type="email"
          autoComplete="email"
          required
          hint={t('identity.security.newEmailHint')}
          defaultValue={typedIn(reply, 'newEmail')}
          errors={errorsOf(reply, 'newEmail')}
        />
        <CurrentPassword reply={reply} />
        <IntentButton intent="change-email" label={t('identity.security.changeEmail')} />
      </Form>
    </Card>
  )
}

function CurrentPassword({ reply }: { reply: Reply | null }) {
  const { t } = useTranslation()
  return (
    <TextField
      label={t('identity.security.currentPassword')}
      name="password"
      type="password"
      autoComplete="current-password"
      required
      errors={errorsOf(reply, 'password')}
    />
  )
}

function SessionsCard({ sessions }: { sessions: ShownSession[] }) {
  const { t } = useTranslation()
  return (
    <Card title={t('identity.security.sessions')}>
      <ul className="grid divide-y divide-paper-line">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <Form method="post" className="mt-4 border-t border-paper-line pt-4">
          <IntentButton intent="end-others" label={t('identity.security.endOthers')} variant="secondary" />
        </Form>
      )}
    </Card>
  )
}

function SessionRow({ session }: { session: ShownSession }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {session.device ?? t('identity.security.unknownDevice')}
          {session.isThis && <Badge tone="success">{t('identity.security.thisDevice')}</Badge>}
        </p>
        <p className="text-sm text-ink-soft">
          {t('identity.security.since', { date: formatDateTime(session.startedAt, language) })}
          {session.network && ` · ${t('identity.security.network', { network: session.network })}`}
        </p>
      </div>
      {!session.isThis && (
        <Form method="post">
          <input type="hidden" name="session" value={session.id} />
          <IntentButton
            intent="end-session"
            label={t('identity.security.end')}
            variant="secondary"
            size="small"
          />
        </Form>
      )}
    </li>
  )
}

function IntentButton({
  intent,
  label,
  variant,
  size,
}: {
  intent: string
  label: string
  variant?: 'secondary'
  size?: 'small'
}) {
  const { state, formData } = useNavigation()
  return (
    <Button
      name="intent"
      value={intent}
      variant={variant}
      size={size}
      className="justify-self-start"
      pending={state === 'submitting' && formData?.get('intent') === intent}
    >
      {label}
    </Button>
  )
}
