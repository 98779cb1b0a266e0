import { isTooShort, leastCharacters } from '../password-rules'
import { hashPassword, isEasilyGuessed } from './password.server'

export type PasswordRefusal =
  | { ok: false; reason: 'password-too-short'; least: number }
  | { ok: false; reason: 'password-easily-guessed' }

type Owner = { email: string; name: string; level: number }

/** The hash of a password that its owner may have, or why they should choose another. @throws TooBusyToHash */
export async function hashOfChosen(
  password: string,
  { email, name, level, shopName, pepper }: Owner & { shopName: string; pepper: string },
): Promise<{ ok: true; passwordHash: string } | PasswordRefusal> {
  if (isTooShort(password, level))
    return { ok: false, reason: 'password-too-short', least: leastCharacters(level) }

  const words = [email, ...email.split(/[@.+_-]/), ...name.split(/\s+/), ...shopName.split(/\s+/), 'comptoir']
  if (await isEasilyGuessed(password, words.filter(Boolean)))
    return { ok: false, reason: 'password-easily-guessed' }
  return { ok: true, passwordHash: await hashPassword(password, pepper) }
}
