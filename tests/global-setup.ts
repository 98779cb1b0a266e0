import { resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { giveBackPlace, takePlace } from '../scripts/bring-up/place'
import { bringUpServices, TEST_PORTS } from '../scripts/bring-up/services'
import { createTestDatabase, dropLeftovers, dropTestDatabase, prepareTemplate } from './services'
import { WORKERS } from './workers'

const PLACE = resolve('.comptoir/test')

/** Real services for every test: those that the environment names, else some of our own in `.comptoir/test`. */
export default async function setUp(project: TestProject) {
  const isGiven = Boolean(process.env.DATABASE_URL)
  const dir = isGiven ? PLACE : takePlace(PLACE)
  const services = isGiven ? undefined : await bringUpServices({ dir, ports: TEST_PORTS, fast: true })
  const {
    DATABASE_URL = '',
    REDIS_URL,
    MEILISEARCH_URL,
    MEILISEARCH_KEY = '',
  } = services?.urls ?? process.env

  const template = await prepareTemplate(DATABASE_URL)
  await dropLeftovers(DATABASE_URL, template)
  const databases: string[] = []
  for (let worker = 0; worker < WORKERS; worker++) databases.push(await createTestDatabase(template))

  project.provide('services', {
    template,
    databases,
    redis: REDIS_URL,
    meilisearch: MEILISEARCH_URL ? { url: MEILISEARCH_URL, key: MEILISEARCH_KEY } : undefined,
  })

  return async () => {
    for (const database of databases) await dropTestDatabase(database)
    await services?.stop()
    if (services) giveBackPlace(dir, PLACE)
  }
}
