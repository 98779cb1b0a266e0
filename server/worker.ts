import { constants, setPriority } from 'node:os'
import { readEnvironmentOrExit } from './read-environment'

// Where it shares a machine with web processes, people come first: mails and the index may wait a moment.
setPriority(constants.priority.PRIORITY_LOW)

const env = readEnvironmentOrExit()
// Libraries read this name as "optimised", when they are loaded; whether this is a real shop is env.NODE_ENV's to say.
process.env.NODE_ENV = 'production'
const { work } = await import('./work')
await work(env)
