import { createHash } from 'node:crypto'
import pLimit from 'p-limit'
import type { Storage } from '~/platform/storage.server'
import { masterKey, variantKey } from './image-keys.server'
import type { ImageVariant } from './image-sizes'
import { shrinkImage } from './pictures/image-codec.server'

const AT_ONCE = 2
const SEAL_BYTES = 32

const beingMade = new Map<string, Promise<Uint8Array | null>>()
/** Encoding is heavy: a few at once, the rest queue, so that a burst of new pictures leaves pages their processor. */
const inTurn = pLimit(AT_ONCE)

/** A picture in one width and format, made at the first request and kept. Null when no such picture is stored. */
export async function openImageVariant(storage: Storage, variant: ImageVariant): Promise<Uint8Array | null> {
  const key = variantKey(variant)
  const kept = await readSealed(storage, key)
  if (kept) return kept

  const underWay = beingMade.get(key)
  if (underWay) return underWay
  const making = makeVariant(storage, variant).finally(() => beingMade.delete(key))
  beingMade.set(key, making)
  return making
}

async function makeVariant(storage: Storage, variant: ImageVariant): Promise<Uint8Array | null> {
  if (!(await storage.exists(masterKey(variant.hash)))) return null
  const bytes = await inTurn(async () => {
    const master = await storage.getBytes(masterKey(variant.hash))
    return shrinkImage(master, variant)
  })
  await storage.put(variantKey(variant), Buffer.concat([bytes, seal(bytes)]))
  return bytes
}

/** Another process may be in the middle of writing the file: only one that ends in its own checksum is whole. */
async function readSealed(storage: Storage, key: string): Promise<Uint8Array | null> {
  if (!(await storage.exists(key))) return null
  const stored = Buffer.from(await storage.getBytes(key))
  const bytes = stored.subarray(0, -SEAL_BYTES)
  return bytes.length > 0 && seal(bytes).equals(stored.subarray(-SEAL_BYTES)) ? bytes : null
}

function seal(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}
