import { sql } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { textArray } from '~/platform/is-among.server'
import { soundOf } from './word-sounds.server'

/** Few enough that listening to them holds nobody up. */
const BATCH = 400

/** Writes beside each new word of the vocabulary what it sounds like. Harmless when called twice, or by two at once. */
export async function soundOutWords(db: Database): Promise<void> {
  for (;;) {
    const rows = await db.execute<{ word: string }>(sql`
      select distinct word from (select word from search_words where sound is null limit ${BATCH}) unheard
      order by word`)
    if (rows.length === 0) return
    const words = rows.map(({ word }) => word)
    await db.execute(sql`
      update search_words w set sound = heard.sound
      from unnest(${textArray(words)}, ${textArray(words.map(soundOf))}) heard(word, sound)
      where w.word = heard.word and w.sound is null`)
  }
}
