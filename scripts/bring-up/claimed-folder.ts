import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readText, startTimeOf } from './children'

/**
 * Claims a folder for this process. Answers with the pid of the living process that has it already, or undefined when
 * it is ours now; a claim of the dead does not count.
 */
export function claimFolder(dir: string): number | undefined {
  mkdirSync(dir, { recursive: true })
  const owner = ownerOf(dir)
  if (owner && owner !== process.pid) return owner
  writeFileSync(claimFile(dir), `${process.pid} ${startTimeOf(process.pid)}`)
  return undefined
}

export function releaseFolder(dir: string) {
  if (ownerOf(dir) === process.pid) rmSync(claimFile(dir), { force: true })
}

/** The folder itself when it is free, else one beside it for this process alone, removed by `giveBackFolder`. */
export function takeFolder(dir: string): string {
  removeDeserted(dir)
  if (claimFolder(dir) === undefined) return dir
  const beside = `${dir}-${process.pid}`
  claimFolder(beside)
  return beside
}

export function giveBackFolder(dir: string, wished: string) {
  if (dir === wished) releaseFolder(dir)
  else rmSync(dir, { recursive: true, force: true })
}

function removeDeserted(dir: string) {
  mkdirSync(dirname(dir), { recursive: true })
  for (const name of readdirSync(dirname(dir))) {
    const path = join(dirname(dir), name)
    if (path.startsWith(`${dir}-`) && !ownerOf(path)) rmSync(path, { recursive: true, force: true })
  }
}

function ownerOf(dir: string): number | undefined {
  const [pid, startTime] = readText(claimFile(dir)).split(' ')
  return pid && startTime && startTimeOf(Number(pid)) === startTime ? Number(pid) : undefined
}

function claimFile(dir: string) {
  return join(dir, 'claimed.pid')
}
