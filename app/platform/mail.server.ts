import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { newId } from './ids.server'

export type Mail = {
  to: string
  subject: string
  html: string
  text: string
  /** Kept in the message's Message-ID, so that a mail sent twice can be recognised. */
  reference: string
}

export type Mailer = { send: (mail: Mail) => Promise<void> }

/** Sends over SMTP; without a server it keeps each mail as a file that /dev/mail shows. */
export function openMailer(options: { smtpUrl: string | undefined; from: string; keepIn: string }): Mailer {
  return options.smtpUrl
    ? smtpMailer(options.smtpUrl, options.from)
    : keepingMailer(options.keepIn, options.from)
}

/** Who gets the mail is one mailbox by structure, whatever its text holds: it is never read as a list. */
function messageOf({ reference, to, ...mail }: Mail, from: string): SendMailOptions {
  const domain = /@([^\s@>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
  return {
    ...mail,
    from,
    to: { name: '', address: to },
    messageId: `<${reference}@${domain}>`,
    list: { id: { url: `mail.${domain}`, comment: 'Orders' } },
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}

function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    // A password never travels in the clear, whatever somebody in between leaves out of the server's offers.
    requireTLS: new URL(url).password !== '',
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  })
  return {
    async send(mail) {
      await transport.sendMail(messageOf(mail, from))
    },
  }
}

export function mailFolder(dataDirectory: string): string {
  return join(resolve(dataDirectory), 'mail')
}

function keepingMailer(folder: string, from: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true })
  return {
    async send(mail) {
      const { message } = await transport.sendMail(messageOf(mail, from))
      await mkdir(folder, { recursive: true })
      // Written aside first, so that the page that lists mails never reads half of one.
      const file = join(folder, `${newId()}.eml`)
      await writeFile(`${file}.part`, message as Buffer)
      await rename(`${file}.part`, file)
    },
  }
}
