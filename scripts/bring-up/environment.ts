import { relative } from 'node:path'
import { keptSecrets } from './secrets'

interface Place {
  dir: string
  port: number
  env?: Record<string, string>
}

/** What the person set wins; the rest is what a trial on this machine needs. */
export function environmentOf({ dir, port, env }: Place, urls: Record<string, string>, host: string) {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
  return {
    ORIGIN: `http://localhost:${port}`,
    DATA_DIRECTORY: relative(process.cwd(), dir) || '.',
    SANDBOX_BANK: 'true',
    ...keptSecrets(dir),
    ...given,
    ...urls,
    PORT: String(port),
    HOST: host,
    // Not 'production': that refuses the sandbox bank and plain http.
    NODE_ENV: 'development',
    ...env,
  } as NodeJS.ProcessEnv
}
