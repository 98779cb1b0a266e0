import type { PendingQuery, Row } from 'postgres'
import type { DatabaseSilent, Lookout } from './lookout.server'

/** What postgres.js keeps in a query, of which its types say nothing. */
type Inside = {
  /** Of the connection that it was sent on. */
  state: { pid: number | null } | null
  handler: () => void
  reject: (fault: DatabaseSilent) => void
  cancel: () => unknown
}

/** Has queries end when the lookout says that nobody will answer them. One that was not sent by then never is. */
export function watchedBy(lookout: Lookout) {
  return <Rows extends Row[]>(query: PendingQuery<Rows>): PendingQuery<Rows> => {
    const inside = query as unknown as Inside
    const end = lookout.begin({
      backend: () => inside.state?.pid ?? undefined,
      giveUp(fault) {
        inside.reject(fault)
        if (inside.state) return
        inside.handler = () => {}
        inside.cancel()
      },
    })
    // A query is sent when its own `then` is called; this one only hears of its end.
    Promise.prototype.then.call(query, end, end)
    return query
  }
}
