import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createAccount } from '~/identity/create-account.server'
import type { Database } from '~/platform/db.server'
import type { Environment } from '~/platform/env.server'

const STAFF_EMAIL = 'staff@comptoir.test'

/** The password is made here and written down in one place, readable by its owner only. */
export async function openStaffAccount(
  db: Database,
  { DATA_DIRECTORY, PASSWORD_PEPPER }: Environment,
): Promise<string> {
  const password = randomBytes(12).toString('base64url')
  const created = await createAccount(db, {
    email: STAFF_EMAIL,
    password,
    level: 9,
    name: 'Camille Duval',
    pepper: PASSWORD_PEPPER,
  })
  if (!created.ok) return `${STAFF_EMAIL} has an account already`
  const words = `E-mail: ${STAFF_EMAIL}\nPassword: ${password}`
  await mkdir(DATA_DIRECTORY, { recursive: true })
  await writeFile(join(DATA_DIRECTORY, 'staff.txt'), `${words}\n`, { mode: 0o600 })
  return words
}
