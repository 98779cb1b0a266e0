import type { Language } from './language'
import { type Messages, roomOfKey, type Translate, translateIn } from './translate'

type RoomMessages = Record<string, unknown>

/** Fetches what a room says in one language; undefined where there is no such room. */
export type FetchRoom = (room: string) => Promise<RoomMessages> | undefined

/**
 * The words of a language, fetched room by room, so that a page does not carry what other pages say.
 * `t` makes React wait for a room it does not know yet: a new page appears when its words are there.
 */
export function wordsInBrowser(language: Language, fetchRoom: FetchRoom) {
  const known: Record<string, RoomMessages> = {}
  const fetching = new Map<string, Promise<void>>()
  const failures = new Map<string, unknown>()
  const translate = translateIn(language, known as unknown as Messages)

  function learn(room: string): Promise<void> | undefined {
    if (room in known) return undefined
    const begun = fetching.get(room)
    if (begun) return begun

    const learning = fetchRoom(room)?.then(
      (messages) => {
        known[room] = messages
      },
      (fault: unknown) => {
        failures.set(room, fault)
      },
    )
    if (learning) fetching.set(room, learning)
    return learning
  }

  const t: Translate = (key, values) => {
    const room = roomOfKey(key)
    if (failures.has(room)) throw failures.get(room)
    const learning = learn(room)
    // The way React is told to wait; it renders again when the promise settles.
    if (learning && !(room in known)) throw learning
    return translate(key, values)
  }

  return {
    t,
    async learnAll(rooms: readonly string[]): Promise<void> {
      await Promise.all(rooms.map(learn))
    },
  }
}
