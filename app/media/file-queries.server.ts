import { inArray } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { files } from './file-tables.server'

/** The numbers of files by their public names; a name that the shop does not have is missing. */
export async function findFileIds(db: Database, names: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(names)]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .select({ id: files.id, hash: files.hash })
    .from(files)
    .where(inArray(files.hash, wanted))
  return new Map(rows.map(({ id, hash }) => [hash, id]))
}
