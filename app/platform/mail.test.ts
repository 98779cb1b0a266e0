import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { expect, test } from 'vitest'
import { openMailer } from './mail.server'

const MAIL = {
  to: 'inès@example.test',
  subject: 'Commande payée : merci !',
  html: '<p>Merci</p>',
  text: 'Merci',
  reference: 'order-paid-1',
}
const FROM = 'Comptoir <boutique@comptoir.test>'

/** A server that takes mail and keeps it, or refuses every recipient. */
async function startSmtpServer({ refuses = false } = {}) {
  const received: string[] = []
  const recipients: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 100,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      recipients.push(address)
      done(refuses ? new Error('No such mailbox') : null)
    },
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        received.push(Buffer.concat(parts).toString())
        done()
      })
    },
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    recipients,
    stop: () => new Promise<void>((done) => server.close(done)),
  }
}

test('a mail reaches the mail server whole, in both forms, with its own reference', async () => {
  const smtp = await startSmtpServer()

  await openMailer({ smtpUrl: smtp.url, from: FROM, keepIn: '' }).send(MAIL)

  const mail = await PostalMime.parse(smtp.received[0] ?? '')
  expect(mail).toMatchObject({ subject: MAIL.subject, messageId: '<order-paid-1@comptoir.test>' })
  expect(smtp.received[0]).toMatch(/^List-ID: .*<mail\.comptoir\.test>\r?$/im)
  expect(smtp.received[0]).toMatch(/^Auto-Submitted: auto-generated\r?$/im)
  expect(mail.to?.[0]?.address).toBe(MAIL.to)
  expect(mail.html).toContain('<p>Merci</p>')
  expect(mail.text).toContain('Merci')
  await smtp.stop()
})

test('a server that refuses makes the sending fail, so that it is tried again', async () => {
  const smtp = await startSmtpServer({ refuses: true })

  await expect(openMailer({ smtpUrl: smtp.url, from: FROM, keepIn: '' }).send(MAIL)).rejects.toThrow()

  expect(smtp.received).toEqual([])
  await smtp.stop()
})

test.for([
  ['ines@example.fr, everybody@example.test'],
  ['ines@example.fr;everybody@example.test'],
  ['Inès <ines@example.fr>, everybody@example.test'],
  ['group: ines@example.fr, everybody@example.test;'],
])('%s is never two recipients', async ([to = '']) => {
  const smtp = await startSmtpServer()

  await openMailer({ smtpUrl: smtp.url, from: FROM, keepIn: '' })
    .send({ ...MAIL, to })
    .catch(() => undefined)

  expect(smtp.recipients).not.toContain('ines@example.fr')
  expect(smtp.recipients).not.toContain('everybody@example.test')
  expect(smtp.recipients.length).toBeLessThanOrEqual(1)
  await smtp.stop()
})

test('a subject with line breaks adds no header (A-164)', async () => {
  const smtp = await startSmtpServer()

  await openMailer({ smtpUrl: smtp.url, from: FROM, keepIn: '' }).send({
    ...MAIL,
    subject: 'Merci\r\nBcc: everybody@example.test',
  })

  const mail = await PostalMime.parse(smtp.received[0] ?? '')
  expect(mail.bcc).toBeUndefined()
  expect(mail.subject).toContain('Merci')
  await smtp.stop()
})

test('without a mail server each mail is kept as a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'comptoir-mail-'))

  await openMailer({ smtpUrl: undefined, from: FROM, keepIn: folder }).send(MAIL)

  const [file = ''] = await readdir(folder)
  const mail = await PostalMime.parse(await readFile(join(folder, file)))
  expect(mail.subject).toBe(MAIL.subject)
  await rm(folder, { recursive: true })
})

test('a password is not told to a mail server that offers no encryption', async () => {
  const smtp = await startSmtpServer()
  const smtpUrl = smtp.url.replace('//', '//shop:8sDk2pQx@')

  await expect(openMailer({ smtpUrl, from: FROM, keepIn: '' }).send(MAIL)).rejects.toThrow(/TLS/)

  expect(smtp.received).toEqual([])
  await smtp.stop()
})
