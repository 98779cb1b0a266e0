import { holdWorkerLock } from '../app/platform/worker-locks.server'

// A process of its own, so that a test can stop it: `<database> <name> <milliseconds of its lease>`.
const [, , url = '', name = '', leaseMs] = process.argv
holdWorkerLock(url, name, { leaseMs: Number(leaseMs), onLost: () => process.exit(75) })
