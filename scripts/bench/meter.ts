import { readdirSync, readFileSync } from 'node:fs'

const MS_PER_TICK = 10

export type Watched = Record<string, number>
export type Reading = { cpuMs: Record<string, number>; rssMb: Record<string, number> }

/** Watches processes with their children: what computing time each spent, and the most memory one of them held. */
export function startMeter(watched: Watched, everyMs = 500) {
  const before = spentBy(watched)
  const families = familiesOf(watched)
  const most: Record<string, number> = {}
  const look = () => {
    for (const [name, members] of Object.entries(families))
      for (const member of members) most[name] = Math.max(most[name] ?? 0, residentMb(member))
  }
  look()
  const timer = setInterval(look, everyMs)
  return {
    stop(): Reading {
      clearInterval(timer)
      look()
      const after = spentBy(watched)
      const cpuMs = Object.fromEntries(
        Object.entries(after).map(([name, spent]) => [name, spent - (before[name] ?? 0)]),
      )
      return { cpuMs, rssMb: most }
    },
  }
}

/** Linux tells in ticks of ten milliseconds; children that ended are in their parent's sum. */
function spentBy(watched: Watched): Record<string, number> {
  return Object.fromEntries(
    Object.entries(familiesOf(watched)).map(([name, members]) => [
      name,
      members.reduce((sum, member) => sum + spent(member), 0) * MS_PER_TICK,
    ]),
  )
}

function spent(pid: number): number {
  const [userTicks, systemTicks, endedUserTicks, endedSystemTicks] = statOf(pid).slice(11, 15).map(Number)
  return (userTicks ?? 0) + (systemTicks ?? 0) + (endedUserTicks ?? 0) + (endedSystemTicks ?? 0)
}

/** Each watched process and its children. */
function familiesOf(watched: Watched): Record<string, number[]> {
  const running = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: parentOf(Number(name)) }))
  return Object.fromEntries(
    Object.entries(watched).map(([name, pid]) => [
      name,
      [pid, ...running.filter((one) => one.parent === pid).map((one) => one.pid)],
    ]),
  )
}

export function parentOf(pid: number): number {
  return Number(statOf(pid)[1])
}

/** The fields behind the name, which may itself hold spaces: state, parent, … */
function statOf(pid: number): string[] {
  const stat = readOrNothing(`/proc/${pid}/stat`)
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function residentMb(pid: number): number {
  const [, kilobytes] = readOrNothing(`/proc/${pid}/status`).match(/VmRSS:\s+(\d+)/) ?? []
  return Number(kilobytes ?? 0) / 1024
}

/** A process may end while it is looked at. */
function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
