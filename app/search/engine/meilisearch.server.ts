import { Meilisearch, MeilisearchApiError, type MultiSearchQuery, type Settings } from 'meilisearch'

export type SearchQuery = MultiSearchQuery
export type IndexSettings = Settings

/** What is asked back of a search. */
export type FoundDocument = {
  id: number
  rangeSlug?: string
  references?: string[]
  _formatted?: { name?: string }
}
export type FoundDocuments = {
  hits: FoundDocument[]
  totalHits: number
  facets: Record<string, Record<string, number>>
}

export type Meili = ReturnType<typeof openMeilisearch>

const WRITE_DEADLINE_MS = 20_000
const TASK_DEADLINE_MS = 300_000
const FILLING_DEADLINE_MS = 3_600_000
const IDS_PER_PAGE = 10_000

/** Everything the shop asks of Meilisearch. It is reached with the server's key and never from a browser. */
export function openMeilisearch({ url, key }: { url: string; key: string }) {
  const client = new Meilisearch({
    host: url,
    apiKey: key,
    timeout: WRITE_DEADLINE_MS,
    // Compressing answers that stay on one machine costs more than it saves.
    requestInit: { headers: { 'accept-encoding': 'identity' } },
    defaultWaitOptions: { timeout: TASK_DEADLINE_MS, interval: 50 },
  })

  return {
    /** Several searches in one question. */
    async search(queries: SearchQuery[], signal?: AbortSignal): Promise<FoundDocuments[]> {
      const { results } = await client.multiSearch<{ queries: SearchQuery[] }, FoundDocument>(
        { queries },
        { signal },
      )
      return results.map(({ hits, totalHits, estimatedTotalHits, facetDistribution }) => ({
        hits,
        totalHits: totalHits ?? estimatedTotalHits ?? 0,
        facets: facetDistribution ?? {},
      }))
    },

    /** Like all that is handed over, it is done once `settle` was waited for with each of the numbers. */
    async createIndex(index: string, settings: IndexSettings): Promise<number[]> {
      const made = await client.createIndex(index, { primaryKey: 'id' })
      const told = await client.index(index).updateSettings(settings)
      return [made.taskUid, told.taskUid]
    },

    async addDocuments(index: string, documents: Record<string, unknown>[]): Promise<number> {
      return (await client.index(index).addDocuments(documents)).taskUid
    },

    /** Documents as lines of JSON. */
    async addDocumentLines(index: string, lines: string): Promise<number> {
      return (await client.index(index).addDocumentsFromString(lines, 'application/x-ndjson')).taskUid
    },

    async deleteDocuments(index: string, ids: number[]): Promise<number> {
      return (await client.index(index).deleteDocuments(ids)).taskUid
    },

    async settle(task: number): Promise<void> {
      await settled(client.tasks.waitForTask(task))
    },

    /** Waits for what may take many minutes. */
    async settlePatiently(task: number): Promise<void> {
      await settled(client.tasks.waitForTask(task, { timeout: FILLING_DEADLINE_MS, interval: 500 }))
    },

    async listIndexes(prefix: string): Promise<{ uid: string; createdAt: Date }[]> {
      const { results } = await client.getRawIndexes({ limit: 1_000 })
      return results
        .filter(({ uid }) => uid.startsWith(prefix))
        .map(({ uid, createdAt }) => ({ uid, createdAt: new Date(createdAt) }))
    },

    /** Puts new indexes in the place of old ones, all at once. */
    async swap(pairs: { fresh: string; live: string; exists: boolean }[]): Promise<void> {
      const swaps = pairs.map(({ fresh, live, exists }) => ({
        indexes: [fresh, live] as [string, string],
        rename: !exists,
      }))
      await settled(client.swapIndexes(swaps).waitTask())
    },

    async dropIndex(index: string): Promise<void> {
      await client.deleteIndex(index)
    },

    async listIds(index: string): Promise<number[]> {
      const ids: number[] = []
      for (let offset = 0; ; offset += IDS_PER_PAGE) {
        const { results } = await client
          .index<{ id: number }>(index)
          .getDocuments({ fields: ['id'], limit: IDS_PER_PAGE, offset })
        ids.push(...results.map(({ id }) => id))
        if (results.length < IDS_PER_PAGE) return ids
      }
    },
  }
}

async function settled(task: Promise<{ status: string; error: { message: string } | null }>): Promise<void> {
  const { status, error } = await task
  if (status !== 'succeeded')
    throw new Error(`Meilisearch ${status} a task: ${error?.message ?? 'no reason given'}`)
}

/** About the question: malformed, too large, too long, not understood. */
const REFUSALS = new Set([400, 413, 414, 422])

/** Whether Meilisearch is well and only refused this one question. A missing index is no such case. */
export function isRefusedQuestion(fault: unknown): boolean {
  return fault instanceof MeilisearchApiError && REFUSALS.has(fault.response.status)
}

/** Whether nobody waited any longer: the engine hangs, or the question was heavy. */
export function isLateAnswer(fault: unknown): boolean {
  return fault instanceof Error && (fault.name === 'TimeoutError' || isLateAnswer(fault.cause))
}
