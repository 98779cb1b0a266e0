/** `npm test`: from a fresh clone to `N passed, N failed`. */
import { startModule } from './bring-up/packages.mjs'

await startModule('./test-run.ts')
