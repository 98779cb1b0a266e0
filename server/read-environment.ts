import { type Environment, readEnvironment } from '../app/platform/env.server'

/** What is wrong with the environment is said in its own words, not as a fault. */
export function readEnvironmentOrExit(): Environment {
  try {
    return readEnvironment()
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault)
    process.exit(78)
  }
}
