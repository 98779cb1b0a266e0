import { LRUCache } from 'lru-cache'
import type { ChangeTag, Follower } from './changes.server'
import { recentDrops } from './recent-drops'
import type { Redis } from './redis.server'

type Question<Answer> = {
  key: string
  /** How old an answer may be that nobody told us is wrong. */
  seconds: number
  /** What drops it besides a change of everything, in the words of `app/changes.ts`. */
  tags?: readonly ChangeTag[] | ((answer: NonNullable<Answer>) => readonly ChangeTag[])
  /** Left out of Redis, which has no room for all that strangers may ask; memory forgets what was not asked for longest. */
  isOwn?: boolean
  /** What is asked where no answer is known. Null is not remembered: anybody can ask for what does not exist. */
  read: () => Promise<Answer>
}

/** `begunAt` is when it was asked: what changed since may be missing in it. */
type Remembered = { answer: unknown; tags: readonly ChangeTag[]; begunAt: number; until: number }
/** `bytes`: about what it holds of the memory. */
type Held = Remembered & { bytes: number }

/** One query about many things, of which some may be known. */
type QuestionOfMany<Answer> = {
  ids: readonly number[]
  keyOf: (id: number) => string
  seconds: number
  tagsOf: (id: number) => readonly ChangeTag[]
  /** Asks for those that are not known. What it finds nothing for is not remembered. */
  read: (ids: number[]) => Promise<ReadonlyMap<number, Answer>>
}

export type Cache = Follower & {
  remember: <Answer>(question: Question<Answer>) => Promise<Answer>
  /** The same for small answers, by id and from memory alone: to ask Redis for each costs more than one query for all. */
  rememberEach: <Answer>(question: QuestionOfMany<Answer>) => Promise<Map<number, Answer>>
}

const MOST_IN_MEMORY = 4_000
const MOST_BYTES = 24 * 1024 * 1024
/** What a value takes in memory, by the length of the JSON that says the same. */
const BYTES_PER_LETTER = 3
const MOST_SMALL_IN_MEMORY = 8_000
const MEMORY_MS = 60_000
/** How much longer an answer may serve while a new one is fetched. */
const STALE_MS = 60_000
/** Without news of changes nothing is believed for long. */
const UNHEARD_MS = 3_000
/** How far apart the clocks of two machines may be. */
const CLOCKS_APART_MS = 5_000

/**
 * Answers of queries: from memory, then from Redis, then from the query itself, which is asked once at a time. Every
 * process hears what the database says of its changes and knows from that which answers are out of date, also in Redis:
 * so nothing has to be deleted there. Answers are plain JSON values, shared by all who ask: nobody changes them.
 */
export function openCache(
  redis: Redis | undefined,
  { now = Date.now, maxBytes = MOST_BYTES }: { now?: () => number; maxBytes?: number } = {},
): Cache {
  const memory = new LRUCache<string, Held>({
    max: MOST_IN_MEMORY,
    maxSize: maxBytes,
    sizeCalculation: ({ bytes }) => bytes,
  })
  const small = new LRUCache<string, Remembered>({ max: MOST_SMALL_IN_MEMORY })
  const asking = new Map<string, Promise<unknown>>()
  const drops = recentDrops(now)
  let hearsChanges = false

  /** Until when an answer in memory is good, and until when it may stand in. */
  function isGood({ tags, begunAt, until }: Remembered): boolean {
    const limit = hearsChanges ? Math.min(until, begunAt + MEMORY_MS) : begunAt + UNHEARD_MS
    return now() < limit && !drops.isOutdated(begunAt, tags)
  }

  function mayStandIn({ tags, begunAt, until }: Remembered): boolean {
    return hearsChanges && now() < until + STALE_MS && !drops.isOutdated(begunAt, tags)
  }

  async function fetchAnswer<Answer>(question: Question<Answer>): Promise<Answer> {
    const shared = question.isOwn ? null : await readShared(question.key)
    if (shared) {
      hold(question.key, shared.remembered, shared.text)
      return shared.remembered.answer as Answer
    }
    const begunAt = now()
    const answer = await question.read()
    if (answer === null || answer === undefined) return answer
    const tags = typeof question.tags === 'function' ? question.tags(answer) : (question.tags ?? [])
    const remembered = { answer, tags, begunAt, until: begunAt + question.seconds * 1000 }
    if (drops.isOutdated(begunAt, tags)) return answer
    const text = JSON.stringify(remembered)
    hold(question.key, remembered, text)
    if (!question.isOwn) share(question.key, remembered, text)
    return answer
  }

  function hold(key: string, remembered: Remembered, { length }: string) {
    memory.set(key, { ...remembered, bytes: BYTES_PER_LETTER * (key.length + length) })
  }

  async function readShared(key: string): Promise<{ remembered: Remembered; text: string } | null> {
    if (!redis || !hearsChanges) return null
    const text = await redis.get(`cache:${key}`).catch(() => null)
    if (!text) return null
    const remembered = JSON.parse(text) as Remembered
    const isOld =
      now() >= remembered.until || drops.isOutdated(remembered.begunAt, remembered.tags, CLOCKS_APART_MS)
    return isOld ? null : { remembered, text }
  }

  /** Nobody waits for it, and without Redis each process remembers for itself. */
  function share(key: string, { until }: Remembered, text: string) {
    redis?.set(`cache:${key}`, text, 'PX', until - now()).catch(() => {})
  }

  function askOnce<Answer>(question: Question<Answer>): Promise<Answer> {
    const begun = asking.get(question.key) as Promise<Answer> | undefined
    if (begun) return begun
    const answer = fetchAnswer(question).finally(() => asking.delete(question.key))
    asking.set(question.key, answer)
    return answer
  }

  return {
    async remember<Answer>(question: Question<Answer>): Promise<Answer> {
      const known = memory.get(question.key)
      if (known && isGood(known)) return known.answer as Answer
      const answer = askOnce(question)
      if (!known || !mayStandIn(known)) return answer
      // Whoever asks next is told if this failed.
      answer.catch(() => {})
      return known.answer as Answer
    },

    async rememberEach<Answer>({ ids, keyOf, seconds, tagsOf, read }: QuestionOfMany<Answer>) {
      const answers = new Map<number, Answer>()
      for (const id of ids) {
        const known = small.get(keyOf(id))
        if (known && isGood(known)) answers.set(id, known.answer as Answer)
      }
      const missing = ids.filter((id) => !answers.has(id))
      if (missing.length === 0) return answers

      const begunAt = now()
      for (const [id, answer] of await read(missing)) {
        answers.set(id, answer)
        const remembered = { answer, tags: tagsOf(id), begunAt, until: begunAt + seconds * 1000 }
        if (!drops.isOutdated(begunAt, remembered.tags)) small.set(keyOf(id), remembered)
      }
      return answers
    },

    drop: drops.drop,
    dropAll() {
      drops.dropAll()
      memory.clear()
      small.clear()
    },
    hears(isHearing: boolean) {
      hearsChanges = isHearing
    },
  }
}
