import type { NamedAttempt } from '../attempt-queries.server'
import type { Notification } from '../gateway'

export type Agreement = { ok: true; attempt: NamedAttempt | null } | { ok: false; detail: string }

/**
 * A signature proves who speaks, not that what is said is so. Attempt, session and order of a message have to belong
 * together in the shop's own books; where they do not, none of them is believed.
 */
export function agreeWithBooks(
  { gateway, about, news }: Pick<Notification, 'gateway' | 'about' | 'news'>,
  named: readonly NamedAttempt[],
): Agreement {
  if (news.kind === 'contradictory') return { ok: false, detail: news.detail }
  const [attempt, other] = named
  if (!attempt) return { ok: true, attempt: null }
  if (other) return disagree(`it names the attempts ${attempt.id} and ${other.id}`)
  if (attempt.gateway !== gateway) return disagree(`attempt ${attempt.id} is one of ${attempt.gateway}`)

  const stranger = about.attemptIds.find((id) => id !== attempt.id)
  if (stranger !== undefined) return disagree(`its session is of attempt ${attempt.id}, not of ${stranger}`)
  // Without a session in the books the answer to its opening is still awaited: the message came first.
  if (about.sessionId && attempt.sessionId && about.sessionId !== attempt.sessionId)
    return disagree(`attempt ${attempt.id} has the session ${attempt.sessionId}, not ${about.sessionId}`)
  if (about.orderNumber !== null && about.orderNumber !== attempt.orderNumber)
    return disagree(`attempt ${attempt.id} is of order ${attempt.orderNumber}, not of ${about.orderNumber}`)
  return { ok: true, attempt }
}

function disagree(detail: string): Agreement {
  return { ok: false, detail }
}
