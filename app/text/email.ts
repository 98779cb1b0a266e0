import { tidyCode } from './typed-text'

const LONGEST = 254
const MOST_LOOKED_AT = 1_000
/** What mail servers take before the @ without quoting. */
const LOCAL = /^(?!\.)(?!.*\.\.)[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}(?<!\.)$/i
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:xn--[a-z0-9-]{1,59}|[a-z]{2,63})$/
const LETTERS = /^[\p{L}\p{M}\p{N}.-]+$/u

/**
 * The one address that was typed, or null: what is behind the @ in lower case and as mail servers know it, so that
 * `ines@château.fr` and `ines@xn--chteau-xta.fr` are the same. Never two of them, never a name beside it.
 */
export function readEmail(typed: string): string | null {
  if (typed.length > MOST_LOOKED_AT) return null
  const [, local = '', name = ''] = /^([^@]+)@([^@]+)$/.exec(tidyCode(typed)) ?? []
  const domain = asciiDomain(name)
  const email = `${local}@${domain}`
  return LOCAL.test(local) && DOMAIN.test(domain) && email.length <= LONGEST ? email : null
}

function asciiDomain(name: string): string {
  const url = `http://${name}`
  return LETTERS.test(name) && URL.canParse(url) ? new URL(url).hostname : ''
}
