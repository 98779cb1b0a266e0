import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { isId } from '~/platform/ids.server'
import { mailFolder } from '~/platform/mail.server'

export type KeptMail = { id: string; to: string; subject: string; at: string; html: string; text: string }

const SHOWN = 50

/** The newest first: their names tell their time. */
export async function listKeptMails(dataDirectory: string): Promise<KeptMail[]> {
  const files = await readdir(mailFolder(dataDirectory)).catch(() => [])
  const ids = files.filter((file) => file.endsWith('.eml')).map((file) => file.slice(0, -'.eml'.length))
  const mails = await Promise.all(
    ids
      .sort()
      .reverse()
      .slice(0, SHOWN)
      .map((id) => findKeptMail(dataDirectory, id)),
  )
  return mails.filter((mail) => mail !== null)
}

export async function findKeptMail(dataDirectory: string, id: string): Promise<KeptMail | null> {
  if (!isId(id)) return null
  const file = await readFile(join(mailFolder(dataDirectory), `${id}.eml`)).catch(() => null)
  if (!file) return null
  const mail = await PostalMime.parse(file)
  return {
    id,
    to: (mail.to ?? []).map((one) => one.address ?? '').join(', '),
    subject: mail.subject ?? '',
    at: mail.date ?? '',
    html: mail.html ?? '',
    text: mail.text ?? '',
  }
}
