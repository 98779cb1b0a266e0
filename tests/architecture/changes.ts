import { application, type Sources, withoutComments } from './sources'

const VOCABULARY = 'app/changes.ts'
const TELLER = 'app/platform/changes.server.ts'

/** Who makes a tag of a text, or tells a change, past the one vocabulary. Its type holds the rest. */
export function tagsMadeElsewhere(sources: Sources): string[] {
  return application(sources).flatMap(([path, text]) => {
    const code = withoutComments(text)
    const makesTags = /\bas (unknown as )?(readonly )?ChangeTag\b/.test(code) && path !== VOCABULARY
    const tells = /pg_notify\(\s*'changes'|\bnotify changes\b|\btell_changes\(/.test(code) && path !== TELLER
    return [
      ...(makesTags ? [`${path} makes a tag of its own: see ${VOCABULARY}`] : []),
      ...(tells ? [`${path} tells a change by itself: see tellChanges`] : []),
    ]
  })
}
