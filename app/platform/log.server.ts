import { type Logger, pino } from 'pino'

export type Log = Logger

const SECRET_FIELDS = [
  'password',
  'token',
  'secret',
  'authorization',
  'cookie',
  'email',
  '*.password',
  '*.token',
  '*.secret',
  '*.authorization',
  '*.cookie',
  '*.email',
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
]

/** JSON lines on standard output; secrets and personal data are removed by field name, and from faults. */
export function openLog({ level, process }: { level: string; process: string }): Log {
  return pino({
    level,
    base: { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeFault },
    redact: { paths: SECRET_FIELDS, censor: '[removed]' },
  })
}

/**
 * A fault as it may be kept: what a query was given stays out of it, since that is anybody's name, address or password
 * hash, and so does the row that a constraint quotes.
 */
export function describeFault(fault: unknown): unknown {
  if (!(fault instanceof Error)) return fault
  const message = 'query' in fault && 'params' in fault ? `Failed query: ${fault.query}` : fault.message
  return {
    type: fault.constructor.name,
    message,
    stack: fault.stack?.replace(fault.message, () => message),
    ...('code' in fault && { code: fault.code }),
    ...('constraint_name' in fault && { constraint: fault.constraint_name }),
    ...(fault.cause !== undefined && { cause: describeFault(fault.cause) }),
  }
}

const LONGEST_PATH = 200

/** The path of a URL as it is logged: without what follows it, and no longer than a person reads. */
export function loggedPath(url: string): string {
  const [path = ''] = url.split('?')
  return path.length > LONGEST_PATH ? `${path.slice(0, LONGEST_PATH)}… (${path.length})` : path
}
