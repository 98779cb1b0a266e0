/** Bundles the web and worker processes into `build/`, beside what Remix built. */
import { build } from 'esbuild'

const options = {
  entryPoints: { server: 'server/main.ts', worker: 'server/worker.ts' },
  outdir: 'build',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  alias: { '~': './app' },
  jsx: 'automatic',
  sourcemap: true,
  logLevel: 'warning',
}

// esbuild has said what is wrong; its stack trace adds nothing.
await build(options).catch(() => process.exit(1))
