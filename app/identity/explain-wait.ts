import { message } from '~/i18n/message'

type Wait = { reason: 'too-many-attempts'; retryAfterSeconds: number } | { reason: 'busy' }

/** Says how long to wait, to people and to programs. */
export function explainWait(refusal: Wait): { text: string; status: number; headers: HeadersInit } {
  if (refusal.reason === 'busy')
    return { text: message('identity.signIn.busy'), status: 503, headers: { 'Retry-After': '5' } }
  return {
    text: message('identity.signIn.tooManyAttempts', { count: Math.ceil(refusal.retryAfterSeconds / 60) }),
    status: 429,
    headers: { 'Retry-After': String(refusal.retryAfterSeconds) },
  }
}
