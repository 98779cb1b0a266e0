import { LANGUAGES, type Language } from '~/i18n/language'
import type { Database } from '~/platform/db.server'
import {
  findLastChange,
  findMoment,
  listDocuments,
  type Moment,
  readDocumentLines,
} from '../documents/document-queries.server'
import { listSynonymPhrases } from '../understanding/synonym-queries.server'
import { openMeilisearch } from './meilisearch.server'
import { indexSettings } from './meilisearch-index'

/** Meilisearch's copy of the documents: one index per language. */
export type ProductIndex = ReturnType<typeof openProductIndex>

export type MeilisearchAccess = { url: string; key: string; prefix?: string }

/** Raised with every field that is newly sorted or filtered by: an index of another shape is filled anew beside it. */
const SHAPE = 2
const BATCH = 2_000
/** Meilisearch works faster through few large batches. */
const FILLING = 10_000
const MOST_PUSHES = 5
const LEFTOVER_AFTER_MS = 2 * 3_600_000

export function openProductIndex({ prefix = 'products', ...access }: MeilisearchAccess) {
  const meili = openMeilisearch(access)
  const live = (language: Language) => `${prefix}_${SHAPE}_${language}`

  /** Whether Meilisearch has all the indexes: it may have been emptied, or never filled. */
  async function isBuilt(): Promise<boolean> {
    const existing = (await meili.listIndexes(`${prefix}_`)).map(({ uid }) => uid)
    return LANGUAGES.every((language) => existing.includes(live(language)))
  }

  /** Reads the rows again after handing them over: of two jobs for one product the slower one must not win. */
  async function push(db: Database, ids: readonly number[]): Promise<void> {
    let pushed = ''
    for (let attempt = 0; attempt < MOST_PUSHES; attempt++) {
      const state = await findLastChange(db, ids)
      if (state === pushed) return
      await Promise.all(LANGUAGES.map((language) => pushOnce(db, language, ids)))
      pushed = state
    }
  }

  async function pushOnce(db: Database, language: Language, ids: readonly number[]): Promise<void> {
    const documents = await listDocuments(db, language, { ids })
    const found = new Set(documents.map(({ id }) => id))
    const gone = ids.filter((id) => !found.has(id))
    const tasks: number[] = []
    if (gone.length > 0) tasks.push(await meili.deleteDocuments(live(language), gone))
    if (documents.length > 0) tasks.push(await meili.addDocuments(live(language), documents))
    for (const task of tasks) await meili.settle(task)
  }

  /** Fills new indexes beside the old ones and puts them in their place; meanwhile the old ones answer. */
  async function rebuild(db: Database, progress: (documents: number) => void): Promise<void> {
    const began = await findMoment(db)
    const existing = await meili.listIndexes(`${prefix}_`)
    const stamp = Date.now().toString(36)
    const pairs = LANGUAGES.map((language) => ({
      language,
      live: live(language),
      fresh: `${live(language)}_${stamp}`,
      exists: existing.some(({ uid }) => uid === live(language)),
    }))

    await Promise.all(
      pairs.map(async ({ language, fresh }) => {
        const made = await meili.createIndex(
          fresh,
          indexSettings(language, await listSynonymPhrases(db, language)),
        )
        const filled = await fill(db, language, fresh, progress)
        for (const task of [...made, ...filled]) await meili.settlePatiently(task)
      }),
    )
    await meili.swap(pairs)
    for (const { fresh, exists } of pairs) if (exists) await meili.dropIndex(fresh)
    await Promise.all(pairs.map(({ language }) => catchUp(db, language, began)))
    await dropLeftovers(existing)
  }

  async function fill(
    db: Database,
    language: Language,
    index: string,
    progress: (documents: number) => void,
  ) {
    const tasks: number[] = []
    for (let after = 0; ; ) {
      const { lines, count, last } = await readDocumentLines(db, language, { after, limit: FILLING })
      if (count === 0) return tasks
      tasks.push(await meili.addDocumentLines(index, lines))
      progress(count)
      after = last
    }
  }

  /** What changed while the new index was filled went to the old one. */
  async function catchUp(db: Database, language: Language, began: Moment): Promise<void> {
    let task: number | undefined
    for (let after = 0; ; ) {
      const documents = await listDocuments(db, language, { changedSince: began, after, limit: BATCH })
      const last = documents.at(-1)
      if (!last) break
      task = await meili.addDocuments(live(language), documents)
      after = last.id
    }
    const gone = await listGone(db, language)
    if (gone.length > 0) task = await meili.deleteDocuments(live(language), gone)
    if (task !== undefined) await meili.settle(task)
  }

  async function listGone(db: Database, language: Language): Promise<number[]> {
    const indexed = await meili.listIds(live(language))
    const gone: number[] = []
    for (let at = 0; at < indexed.length; at += BATCH) {
      const ids = indexed.slice(at, at + BATCH)
      const kept = new Set((await listDocuments(db, language, { ids })).map(({ id }) => id))
      gone.push(...ids.filter((id) => !kept.has(id)))
    }
    return gone
  }

  /** New indexes of rebuilds that died. */
  async function dropLeftovers(existing: { uid: string; createdAt: Date }[]): Promise<void> {
    const names = LANGUAGES.map(live)
    for (const { uid, createdAt } of existing)
      if (!names.includes(uid) && Date.now() - createdAt.getTime() > LEFTOVER_AFTER_MS)
        await meili.dropIndex(uid)
  }

  return {
    meili,
    live,
    isBuilt,
    push,
    rebuild,
    async drop() {
      for (const { uid } of await meili.listIndexes(`${prefix}_`)) await meili.dropIndex(uid)
    },
  }
}
