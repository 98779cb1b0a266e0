/**
 * What must work before any package is here: the Node version, `npm ci` when needed, the way into TypeScript.
 * Plain Node, no import of a package at the top.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const NODE_MODULES = join(ROOT, 'node_modules')
const STAMP = join(NODE_MODULES, '.installed-from')

/** Makes the packages present, then calls the module's `main` in this process. */
export async function startModule(module) {
  process.chdir(ROOT)
  checkNode()
  installPackages()
  const { register } = await import('tsx/esm/api')
  register()
  const { main } = await import(new URL(module, import.meta.url).href)
  await main()
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(
    `Comptoir needs Node 20.19 or later; this is ${process.version}. Get it from https://nodejs.org`,
  )
  process.exit(1)
}

function installPackages() {
  const lock = join(ROOT, 'package-lock.json')
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex')
  if (isInstalled(lock, wanted)) return
  console.log('Installing packages (npm ci) …')
  const npm = process.env.npm_execpath
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const { status } = spawnSync(
    command,
    [...args, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'],
    { cwd: ROOT, stdio: 'inherit' },
  )
  if (status !== 0) {
    console.error('npm ci did not finish: see its message above, then start again.')
    process.exit(1)
  }
  writeFileSync(STAMP, wanted)
}

/** By the lock's content when we installed; by its time when somebody ran npm by hand. */
function isInstalled(lock, wanted) {
  const installed = join(NODE_MODULES, '.package-lock.json')
  if (!existsSync(installed)) return false
  const isOurs = existsSync(STAMP) && statSync(STAMP).mtimeMs >= statSync(installed).mtimeMs
  if (isOurs) return readFileSync(STAMP, 'utf8') === wanted
  return statSync(installed).mtimeMs >= statSync(lock).mtimeMs
}
