import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test as base, expect, onTestFinished, vi } from 'vitest'
import { endLeftover, startTimeOf } from '../scripts/bring-up/children'
import { claimFolder, giveBackFolder, takeFolder } from '../scripts/bring-up/claimed-folder'
import { freePort, isFree } from '../scripts/bring-up/ports'
import { keptSecrets } from '../scripts/bring-up/secrets'

const test = base.extend<{ dir: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the fixture's needs from this pattern
  dir: async ({}, use) => {
    const dir = mkdtempSync(join(tmpdir(), 'comptoir-bring-up-'))
    await use(dir)
    rmSync(dir, { recursive: true, force: true })
  },
})

test('what was started ends when its parent is killed outright', async ({ dir }) => {
  const { parent, childPid } = await aParentWithAChild(dir)

  parent.kill('SIGKILL')

  await vi.waitFor(() => expect(startTimeOf(childPid)).toBe(''), 10_000)
})

test('what outlived even its keeper is ended by the next start', async ({ dir }) => {
  const { parent, childPid, keeperPid } = await aParentWithAChild(dir)
  process.kill(keeperPid, 'SIGKILL')
  parent.kill('SIGKILL')
  expect(startTimeOf(childPid)).not.toBe('')

  await endLeftover(dir, 'sleeper', 'SIGTERM')

  expect(startTimeOf(childPid)).toBe('')
})

test('a stranger that got the same process number is left alone', async ({ dir }) => {
  writeFileSync(join(dir, 'sleeper.pid'), `${process.pid} 1`)

  await endLeftover(dir, 'sleeper', 'SIGKILL')

  expect(startTimeOf(process.pid)).not.toBe('')
})

test('two runs of one folder get one each, and the second leaves nothing behind', ({ dir }) => {
  const wished = join(dir, 'test')
  claimFolder(wished)
  writeFileSync(join(wished, 'claimed.pid'), `${process.ppid} ${startTimeOf(process.ppid)}`)

  const taken = takeFolder(wished)

  expect(taken).toBe(`${wished}-${process.pid}`)
  giveBackFolder(taken, wished)
  expect(() => readFileSync(join(taken, 'claimed.pid'))).toThrow()
})

test('the claim of a dead process does not count', ({ dir }) => {
  writeFileSync(join(dir, 'claimed.pid'), '4194303 1')
  expect(claimFolder(dir)).toBeUndefined()
})

test('a taken port is seen, and another one found', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void taken.close())
  await once(taken, 'listening')
  const { port } = taken.address() as { port: number }

  expect(await isFree(port)).toBe(false)
  expect(await freePort(port)).not.toBe(port)
})

test('secrets are random, made once, and readable by their owner only', ({ dir }) => {
  const secrets = keptSecrets(dir)

  expect(keptSecrets(dir)).toEqual(secrets)
  expect(secrets.SESSION_SECRET).toMatch(/^[0-9a-f]{64}$/)
  expect(new Set(Object.values(secrets)).size).toBe(Object.keys(secrets).length)
})

async function aParentWithAChild(dir: string): Promise<Family> {
  const keepChildren = resolve('scripts/bring-up/children.ts')
  const script = join(dir, 'parent.ts')
  writeFileSync(
    script,
    `import { keepChildren } from ${JSON.stringify(keepChildren)}
     const kept = keepChildren(${JSON.stringify(dir)})
     const child = kept.start('sleeper', 'sleep', ['300'])
     setTimeout(() => console.log(child.pid, kept.keeperPid), 300)
     setInterval(() => {}, 1000)`,
  )
  const parent = spawn(process.execPath, ['--import', 'tsx', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void parent.kill('SIGKILL'))
  const [line] = await once(parent.stdout, 'data')
  const [childPid = 0, keeperPid = 0] = String(line).split(' ').map(Number)
  return { parent, childPid, keeperPid }
}

interface Family {
  parent: ChildProcess
  childPid: number
  keeperPid: number
}
