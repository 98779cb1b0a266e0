import type { NoteOf } from '../problems'

/** The words of other programs, and which of our states each comes to. */
const STATUSES: Record<string, string> = {
  active: 'available',
  published: 'available',
  proposed: 'pending',
  draft: 'draft',
  hidden: 'draft',
  unlisted: 'draft',
  archived: 'archived',
  rejected: 'archived',
}

const STRICTNESS = ['available', 'pending', 'draft', 'archived']

type Strictest = { isKnown: true; value: string | undefined } | { isKnown: false; read: string }

/** Where columns contradict each other the stricter wins: what is hidden somewhere is not put on sale by a slip. */
export function strictestStatus(said: readonly string[], note: NoteOf): Strictest {
  const words = said.map((word) => word.trim().toLowerCase()).filter(Boolean)
  const unknown = words.find((word) => !(word in STATUSES))
  if (unknown !== undefined) return { isKnown: false, read: unknown }
  const ours = words.map((word) => STATUSES[word] ?? '')
  const value = ours.toSorted((a, b) => STRICTNESS.indexOf(b) - STRICTNESS.indexOf(a))[0]
  if (words.includes('unlisted')) note('unlisted', 'status', 'unlisted')
  else if (value !== ours[0]) note('stricter-status', 'status', words.join(', '))
  return { isKnown: true, value }
}
