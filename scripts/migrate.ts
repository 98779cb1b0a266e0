/**
 * `npm run migrate`, or `node build/migrate.js` where the shop is built: brings the database that `DATABASE_URL` names to the
 * code's version. Safe to run by several at once, and again.
 */
import { existsSync } from 'node:fs'
import { migrate } from '../app/platform/migrate.server'

if (existsSync('.env')) process.loadEnvFile('.env')
const url = process.env.DATABASE_URL
if (!url) {
  console.error('DATABASE_URL names no database.')
  process.exit(78)
}
await migrate(url)
console.log('The database is at the version of the code.')
