import { isSameToken, newToken, signedToken } from '~/platform/ids.server'

/** A browser in which somebody signed in before: its own id, and a proof for each of the accounts. */
export type KnownDevice = { id: string; proofs: string[] }

/** A family shares a computer; more would make the cookie long. */
const MOST_ACCOUNTS = 5

/** Whether this browser can show that the owner of the e-mail signed in with it before. */
export function isKnownTo(device: KnownDevice | null, email: string, secret: string): device is KnownDevice {
  if (!device) return false
  const proof = proofOf(device.id, email, secret)
  return device.proofs.slice(0, MOST_ACCOUNTS).some((one) => isSameToken(one, proof))
}

/** What the browser can show from now on. */
export function madeKnown(device: KnownDevice | null, email: string, secret: string): KnownDevice {
  const id = device?.id ?? newToken()
  const proof = proofOf(id, email, secret)
  const others = device?.proofs.filter((one) => one !== proof) ?? []
  return { id, proofs: [proof, ...others].slice(0, MOST_ACCOUNTS) }
}

function proofOf(id: string, email: string, secret: string): string {
  return signedToken(secret, 'known-device', id, email)
}
