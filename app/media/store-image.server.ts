import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Database } from '~/platform/db.server'
import { newId } from '~/platform/ids.server'
import type { Storage } from '~/platform/storage.server'
import { files } from './file-tables.server'
import { masterKey } from './image-keys.server'
import { isAcceptedImage, MAX_PIXELS, makeMaster } from './pictures/image-codec.server'

export const MAX_BYTES = 10 * 1024 * 1024

export type StoredImage = { id: string; hash: string; width: number; height: number }

export type StoreImageOutcome =
  | { ok: true; file: StoredImage }
  | { ok: false; reason: 'too-many-bytes'; allowed: number }
  | { ok: false; reason: 'too-many-pixels'; allowed: number }
  | { ok: false; reason: 'too-costly' }
  | { ok: false; reason: 'not-an-image' }

/**
 * Checks what the bytes are, not what they are called; keeps the pixels and nothing else. The same picture stored twice
 * is one file. Call it before opening a transaction: decoding takes a while.
 */
export async function storeImage(
  { db, storage }: { db: Database; storage: Storage },
  bytes: Buffer,
): Promise<StoreImageOutcome> {
  if (bytes.byteLength > MAX_BYTES) return { ok: false, reason: 'too-many-bytes', allowed: MAX_BYTES }
  if (!isAcceptedImage(bytes)) return { ok: false, reason: 'not-an-image' }

  const made = await makeMaster(bytes)
  if (!made.ok)
    return made.reason === 'too-many-pixels'
      ? { ...made, reason: 'too-many-pixels', allowed: MAX_PIXELS }
      : { ok: false, reason: made.reason }
  const { master } = made

  const hash = createHash('sha256').update(master.bytes).digest('hex')
  const known = await findFileByHash(db, hash)
  if (known) return { ok: true, file: known }

  // The bytes first: a row without its file would be a broken picture, a file without a row is only unused.
  await storage.put(masterKey(hash), master.bytes)
  const { contentType, width, height } = master
  const [added] = await db
    .insert(files)
    .values({ id: newId(), hash, contentType, width, height, bytes: master.bytes.byteLength })
    .onConflictDoNothing({ target: files.hash })
    .returning(fileColumns)
  const file = added ?? (await findFileByHash(db, hash))
  if (!file) throw new Error(`The file ${hash} was neither added nor found`)
  return { ok: true, file }
}

const fileColumns = { id: files.id, hash: files.hash, width: files.width, height: files.height }

async function findFileByHash(db: Database, hash: string): Promise<StoredImage | undefined> {
  const [file] = await db.select(fileColumns).from(files).where(eq(files.hash, hash))
  return file
}
