/** `npm test`: from a fresh clone to `N passed, N failed`. */
import { enter } from './bring-up/packages.mjs'

await enter('./test-run.ts')
