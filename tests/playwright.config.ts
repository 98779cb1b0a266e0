import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findChromium } from '../scripts/bring-up/chromium'
import { freePort } from '../scripts/bring-up/ports'

// Playwright reads this file once per process; the port chosen first is handed down in the environment.
process.env.PAGES_PORT ||= String(await freePort(3100))
const origin = process.env.PAGES_ORIGIN || `http://localhost:${process.env.PAGES_PORT}`

export default defineConfig({
  testDir: '.',
  projects: [
    { name: 'pages', testMatch: '**/*.spec.ts', teardown: 'books' },
    { name: 'books', testMatch: '**/*.teardown.ts' },
  ],
  outputDir: '../test-results',
  timeout: 120_000,
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: process.env.CI ? 1 : 0,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PAGES_RESULT || join('..', 'test-results/pages.json') }],
  ],
  use: {
    baseURL: origin,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: process.env.PAGES_ORIGIN
    ? undefined
    : {
        command: 'node --import tsx tests/shop-server.ts',
        cwd: join(import.meta.dirname, '..'),
        url: `${origin}/health/ready`,
        timeout: 600_000,
        stdout: 'pipe',
        gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
      },
})
