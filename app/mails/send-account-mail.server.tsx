import { Text } from '@react-email/components'
import { render, toPlainText } from '@react-email/render'
import { type Language, localPath } from '~/i18n/language'
import { translator } from '~/i18n/translator.server'
import { type AccountNews, findRecipient } from '~/identity/recipient-queries.server'
import { readSettings } from '~/settings/setting-queries.server'
import { AS_TEXT } from './letters/as-text'
import { MailLayout } from './letters/mail-layout'
import type { MailShop } from './send-order-mail.server'

/** Writes to the owner of an account, or to who wants one. What is no longer true when its turn comes is not sent. */
export async function sendAccountMail({ db, mailer, env }: MailShop, news: AccountNews): Promise<void> {
  const recipient = await findRecipient(db, news, env.LINK_SECRET)
  if (!recipient) return
  const { shop } = await readSettings(db)
  const { email, language, path } = recipient
  const t = translator(language)
  const words = { shop: shop.name, contact: shop.email }
  const page = (
    <MailLayout
      language={language}
      shopName={shop.name}
      preview={t(`mails.account.${news.kind}.text`, words)}
      title={t(`mails.account.${news.kind}.title`, words)}
      button={{
        label: t(`mails.account.${news.kind}.see`, words),
        url: env.ORIGIN + localPath(language as Language, path),
      }}
      footer={[t('mails.signature', words), t('mails.contact', { email: shop.email })]}
      lead={
        <Text style={{ fontSize: 16, lineHeight: '26px', margin: 0 }}>
          {t(`mails.account.${news.kind}.text`, words)}
        </Text>
      }
    >
      <Text style={{ fontSize: 14, lineHeight: '22px', margin: '24px 0 0' }}>
        {t(`mails.account.${news.kind}.ignore`, words)}
      </Text>
    </MailLayout>
  )
  const html = await render(page)
  await mailer.send({
    // The same for the same news: a mail program recognises one that is sent twice.
    reference: `${news.kind}-${news.id}`,
    to: email,
    subject: t(`mails.account.${news.kind}.subject`, words),
    html,
    text: toPlainText(html, AS_TEXT),
  })
}
