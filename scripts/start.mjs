/** `npm start`: from a fresh clone to a running shop. `--dev` serves the sources with hot reload. */
import { startModule } from './bring-up/packages.mjs'

await startModule('./shop.ts')
