import { join, resolve } from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'

export type Storage = Disk

/** Files of the shop (pictures, papers) on the local disk. Keys are ours; a key that leaves the folder is refused. */
export function openStorage(dataDirectory: string): Storage {
  return new Disk(new FSDriver({ location: join(resolve(dataDirectory), 'files'), visibility: 'private' }))
}
