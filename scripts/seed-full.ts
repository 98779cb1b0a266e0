/**
 * `npm run seed:full -- --products 400000 --types 30000 --fitments 20000000`: fills an empty database with a shop of that
 * size. Stopped at any moment and started again, it goes on. Services that no URL is given for are those of `npm start`.
 */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { openDatabase } from '../app/platform/db.server'
import { readEnvironment } from '../app/platform/env.server'
import { openStorage } from '../app/platform/storage.server'
import { fillFullShop } from '../demo/full/fill-full-shop'
import { fillSearch } from '../demo/full/fill-search'
import { closePlan, openPlan } from '../demo/full/plan'
import { tableOf, underBar, wholeNumber } from '../demo/full/progress'
import { tidyTables } from '../demo/full/tidy-tables'
import { openStaffAccount } from '../demo/staff-account'
import { withServices } from './bring-up/with-services'

const { values } = parseArgs({
  options: {
    products: { type: 'string', default: '400000' },
    types: { type: 'string', default: '30000' },
    fitments: { type: 'string', default: '20000000' },
  },
})
const size = {
  products: wholeNumber('products', values.products),
  types: wholeNumber('types', values.types),
  fitments: wholeNumber('fitments', values.fitments),
}
if (existsSync('.env')) process.loadEnvFile('.env')
try {
  await withServices(fill)
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}

async function fill(variables: NodeJS.ProcessEnv): Promise<void> {
  const began = Date.now()
  const env = readEnvironment(variables)
  const { db, close } = openDatabase(env.DATABASE_URL, { name: 'comptoir-seed', poolSize: 6 })
  try {
    const plan = await openPlan(db, size)
    if (!plan) return console.log('The shop has products already: nothing was changed.')
    const ground = { db, databaseUrl: env.DATABASE_URL, storage: openStorage(env.DATA_DIRECTORY) }
    const rates = [
      ...(await fillFullShop(ground, plan)),
      ...(await fillSearch(db, env)),
      ...(await underBar('tidying', (report) => tidyTables(env.DATABASE_URL, report))),
    ]
    const staff = await openStaffAccount(db, env)
    await closePlan(db)
    console.log(tableOf(rates, (Date.now() - began) / 1000))
    console.log(`  ${staff.replace('\n', ', ')}`)
  } finally {
    await close()
  }
}
