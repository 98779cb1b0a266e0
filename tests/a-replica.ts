import { execFile } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import postgres from 'postgres'
import { keepChildren } from '../scripts/bring-up/children'
import { freePort } from '../scripts/bring-up/ports'
import { startPostgres } from '../scripts/bring-up/postgres'

const run = promisify(execFile)
const silent = () => {}

/** A Postgres of its own, and a standby that replays what it writes: made from a base backup, fed by streaming. */
export async function aPrimaryWithReplica() {
  const dir = mkdtempSync(join(tmpdir(), 'comptoir-replica-'))
  chmodSync(dir, 0o755)
  const [kept, keptReplica] = [keepChildren(join(dir, 'primary')), keepChildren(join(dir, 'replica'))]
  const start = async (children: typeof kept, name: string) =>
    startPostgres(children, { dir: join(dir, name), port: await freePort(54_400), fast: true, say: silent })

  const primaryUrl = await start(kept, 'primary')
  await copyCluster(primaryUrl, { from: join(dir, 'primary'), to: join(dir, 'replica') })
  const replicaUrl = await start(keptReplica, 'replica')
  return {
    primaryUrl,
    replicaUrl,
    stopReplica: () => keptReplica.stop(),
    async stop() {
      await keptReplica.stop()
      await kept.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** A base backup by Postgres' low-level interface (documentation, 25.3.4): a copy of the files between two marks. */
async function copyCluster(primaryUrl: string, { from, to }: { from: string; to: string }) {
  const sql = postgres(primaryUrl, { max: 1, onnotice: silent })
  await sql`select pg_backup_start('replica', fast => true)`
  mkdirSync(join(to, 'postgres'), { recursive: true, mode: 0o755 })
  await run('cp', ['-a', join(from, 'postgres/cluster'), join(to, 'postgres/cluster')])
  const [marks] = await sql<
    { labelfile: string }[]
  >`select labelfile from pg_backup_stop(wait_for_archive => false)`
  await sql.end()

  copyFileSync(join(from, 'postgres.password'), join(to, 'postgres.password'))
  const cluster = join(to, 'postgres/cluster')
  const { hostname, port, username, password } = new URL(primaryUrl)
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
  const owner = statSync(join(cluster, 'PG_VERSION'))
  const files = {
    backup_label: marks?.labelfile ?? '',
    'standby.signal': '',
    'postgresql.auto.conf': `primary_conninfo = 'host=${hostname} port=${port} user=${username} password=${password}'\n`,
  }
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(cluster, name), content)
    chownSync(join(cluster, name), owner.uid, owner.gid)
  }
}
