import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixConfig)],
  // Names of their own for the parts of a message file would only be written twice.
  json: { namedExports: false },
  resolve: { alias: { '~': new URL('./app', import.meta.url).pathname } },
  build: {
    assetsInlineLimit: 0,
    // Four kilobytes of a product page less than the faster minifier leaves.
    minify: isSsrBuild ? false : 'terser',
    terserOptions: { ecma: 2020, module: true, compress: { passes: 3 } },
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: chunkOf } },
  },
}))

/** What nearly every page uses travels in one file: thirty small ones compress badly and wait in line. */
function chunkOf(file: string): string | undefined {
  if (
    /\/node_modules\/(@remix-run|react|react-dom|react-router|react-router-dom|scheduler|turbo-stream)\//.test(
      file,
    )
  )
    return 'framework'
  if (/\/app\/(i18n|money)\//.test(file)) return 'ground'
  if (
    /\/app\/ui\/(badge|breadcrumbs|button|card|class-names|document-marks|drawings|empty-state|error-page|icons?|notice|price|spinner|tone)\./.test(
      file,
    )
  )
    return 'ground'
  return undefined
}
