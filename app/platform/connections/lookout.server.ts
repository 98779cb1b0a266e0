import { type Witness, waitOneTurn } from './witness.server'

/** Postgres did not answer. What was asked of it may have been done or not. */
export class DatabaseSilent extends Error {
  override name = 'DatabaseSilent'
  code = 'DATABASE_SILENT'
}

/** Somebody waits: for the answer to a query, or for a connection. */
type Wait = {
  /** The process of Postgres that was asked, once one was. */
  backend?: () => number | undefined
  giveUp: (fault: DatabaseSilent) => void
}
type Waiting = Wait & { turns: number; seenIdle: boolean }

/** In turns of 100 ms: who waits for longer makes us doubt. */
const DOUBT = 3
/** An answer may still be on its way: a connection is lost when its process was idle twice, and as long as this. */
const LOST = 10
/** Longer than Postgres lets a statement run. */
const LONGEST = 200

type Options = {
  witness: Pick<Witness, 'idleAmong'>
  /** Postgres answers nobody: all connections are worth nothing. */
  onSilence: () => void
  /** It answers, but one of our connections leads nowhere. */
  onLoss: () => void
}

export type Lookout = ReturnType<typeof openLookout>

/**
 * Puts an end to every wait for Postgres that leads nowhere. Time alone does not tell a silent database from a busy one,
 * so another connection is asked: who waits for a process that works goes on waiting, to Postgres' own deadlines; who
 * waits for one that is idle, or for a database that answers nobody, is told so. Until it answers again, nobody waits.
 */
export function openLookout({ witness, onSilence, onLoss }: Options) {
  const waits = new Set<Waiting>()
  let isSilent = false
  let isLookingOut = false
  let isAsking = false

  async function lookOut() {
    isLookingOut = true
    while (waits.size > 0 || isSilent) {
      await waitOneTurn()
      for (const wait of waits) wait.turns += 1
      if (!isAsking) look().catch(() => {})
    }
    isLookingOut = false
  }

  async function look() {
    const doubtful = [...waits].filter(({ turns }) => turns >= DOUBT)
    if (doubtful.length === 0 && !isSilent) return
    isAsking = true
    const idle = await witness.idleAmong(doubtful.flatMap((wait) => wait.backend?.() ?? []))
    isAsking = false
    if (!idle) return fallSilent()
    isSilent = false
    const lost = doubtful.filter((wait) => waits.has(wait) && isLost(wait, idle))
    if (lost.some((wait) => wait.backend?.() !== undefined)) onLoss()
    endWaits(lost)
  }

  function isLost(wait: Waiting, idle: ReadonlySet<number>): boolean {
    const backend = wait.backend?.()
    const isIdle = backend !== undefined && idle.has(backend)
    const wasIdle = wait.seenIdle
    wait.seenIdle = isIdle
    if (wait.turns >= LONGEST) return isIdle || backend === undefined
    return isIdle && wasIdle && wait.turns >= LOST
  }

  function fallSilent() {
    if (!isSilent) onSilence()
    isSilent = true
    endWaits([...waits])
  }

  function endWaits(ended: readonly Waiting[]) {
    for (const wait of ended) {
      waits.delete(wait)
      wait.giveUp(new DatabaseSilent('The database does not answer'))
    }
  }

  /** Begins a wait; what it returns ends it. */
  function begin(wait: Wait): () => void {
    if (isSilent) {
      wait.giveUp(new DatabaseSilent('The database does not answer'))
      return () => {}
    }
    const waiting = { ...wait, turns: 0, seenIdle: false }
    waits.add(waiting)
    if (!isLookingOut) lookOut().catch(() => {})
    return () => void waits.delete(waiting)
  }

  return {
    begin,

    /** The answer, unless it does not come; one that comes after that is handed to `tooLate`. */
    inTime<Answer>(answer: Promise<Answer>, tooLate: (answer: Answer) => void): Promise<Answer> {
      return new Promise((resolve, reject) => {
        let isOver = false
        const end = begin({
          giveUp(fault) {
            isOver = true
            reject(fault)
          },
        })
        answer.then(
          (value) => {
            end()
            isOver ? tooLate(value) : resolve(value)
          },
          (fault: unknown) => {
            end()
            reject(fault)
          },
        )
      })
    },
  }
}
