import { QueryBuilder } from 'drizzle-orm/pg-core'
import { files } from './file-tables.server'

/** What statements of other rooms may join of stored files. */
export const fileView = new QueryBuilder()
  .select({ id: files.id, hash: files.hash, width: files.width, height: files.height })
  .from(files)
  .as('files')
