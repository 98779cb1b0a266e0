/** Hashes as other shops kept them; each is accepted until its owner signs in, and then made anew (AUT-4, AUT-10). */
const IMPORTED = {
  bcrypt: /^\$2[aby]\$(?:0[4-9]|1[0-4])\$[./A-Za-z0-9]{53}$/,
  'md5-crypt': /^\$1\$[^$:\s]{1,8}\$[./A-Za-z0-9]{22}$/,
  md5: /^[0-9a-f]{32}$/i,
}

const OURS = /^bcrypt-sha384:(\$2b\$\d\d\$[./A-Za-z0-9]{53})$/

export type StoredPassword = {
  scheme: 'bcrypt-sha384' | keyof typeof IMPORTED
  hash: string
}

/** How a kept password was made, or null for what nobody can ever match. */
export function readStoredPassword(stored: string): StoredPassword | null {
  const ours = OURS.exec(stored)?.[1]
  if (ours) return { scheme: 'bcrypt-sha384', hash: ours }
  const scheme = (['bcrypt', 'md5-crypt', 'md5'] as const).find((name) => IMPORTED[name].test(stored))
  return scheme ? { scheme, hash: stored } : null
}

export const ourScheme = (hash: string) => `bcrypt-sha384:${hash}`
