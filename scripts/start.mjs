/** `npm start`: from a fresh clone to a running shop. `--dev` serves the sources with hot reload. */
import { enter } from './bring-up/packages.mjs'

await enter('./shop.ts')
