/** A thread knows nothing of TypeScript before it is told. */
import { register } from 'tsx/esm/api'

register()
await import('./product-maker.ts')
