import { resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { giveBackFolder, takeFolder } from '../scripts/bring-up/claimed-folder'
import { bringUpServices, TEST_PORTS } from '../scripts/bring-up/services'
import { dropLeftovers, prepareTemplate, withDatabase } from './services'

const FOLDER = resolve('.comptoir/test')
const SWEEP_EVERY_MS = 15_000

/** Real services for every test: those that the environment names, else some of our own in `.comptoir/test`. */
export default async function setUp(project: TestProject) {
  const ours = process.env.DATABASE_URL ? undefined : takeFolder(FOLDER)
  const services = ours ? await bringUpServices({ dir: ours, ports: TEST_PORTS, fast: true }) : undefined
  const {
    DATABASE_URL = '',
    REDIS_URL,
    MEILISEARCH_URL,
    MEILISEARCH_KEY = '',
  } = services?.urls ?? process.env

  const templateUrl = await prepareTemplate(DATABASE_URL)
  await dropLeftovers(DATABASE_URL, templateUrl)
  project.provide('templateUrl', templateUrl)
  project.provide('adminUrl', withDatabase(DATABASE_URL, 'postgres'))
  project.provide('redisUrl', REDIS_URL)
  project.provide('meilisearch', MEILISEARCH_URL ? { url: MEILISEARCH_URL, key: MEILISEARCH_KEY } : undefined)

  // Each test file has a process and a database of its own: what the finished ones leave would fill the disk.
  let sweeping = Promise.resolve()
  const sweep = setInterval(() => {
    sweeping = sweeping.then(() => dropLeftovers(DATABASE_URL, templateUrl)).catch(() => {})
  }, SWEEP_EVERY_MS)

  return async () => {
    clearInterval(sweep)
    await sweeping
    await dropLeftovers(DATABASE_URL, templateUrl)
    await services?.stop()
    if (ours) giveBackFolder(ours, FOLDER)
  }
}
