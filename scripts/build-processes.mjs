/**
 * Bundles the web and worker processes, and the commands that a running shop needs, into `build/`, beside what Remix built, and compresses Remix's scripts and styles
 * once, harder than any request could wait for.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const ASSETS = 'build/client/assets'

const options = {
  entryPoints: {
    server: 'server/main.ts',
    worker: 'server/worker.ts',
    picture: 'app/media/pictures/picture-process.mjs',
    password: 'app/identity/passwords/password-thread.mjs',
    migrate: 'scripts/migrate.ts',
    import: 'scripts/import.ts',
    export: 'scripts/export.ts',
    reindex: 'scripts/reindex.ts',
  },
  outdir: 'build',
  bundle: true,
  // What is imported later stays apart, with the libraries it needs.
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  alias: { '~': './app' },
  jsx: 'automatic',
  sourcemap: true,
  logLevel: 'warning',
}

rmSync('build/chunks', { recursive: true, force: true })
// esbuild has said what is wrong; its stack trace adds nothing.
await build(options).catch(() => process.exit(1))

for (const name of readdirSync(ASSETS).filter((name) => /\.(js|css)$/.test(name))) {
  const file = join(ASSETS, name)
  const content = readFileSync(file)
  writeFileSync(`${file}.br`, brotliCompressSync(content))
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
}
