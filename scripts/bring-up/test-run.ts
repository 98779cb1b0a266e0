import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildShop, isBuildStale } from './build'
import { readText } from './children'
import { ensureChromium } from './chromium'
import { step } from './progress'

interface Tally {
  passed: number
  failed: number
}

/** Checks, rule tests, page tests; the last line sums them up. */
export async function main() {
  const results = resolve('.comptoir', `results-${process.pid}`)
  mkdirSync(results, { recursive: true })
  const tallies: Tally[] = []
  try {
    tallies.push(await checks(), await ruleTests(results), await pageTests(results))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    tallies.push({ passed: 0, failed: 1 })
  } finally {
    rmSync(results, { recursive: true, force: true })
  }
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0)
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0)
  process.stdout.write(`${passed} passed, ${failed} failed\n`, () => process.exit(failed === 0 ? 0 : 1))
}

/** `npm run check` counts as one test. */
async function checks(): Promise<Tally> {
  title('Checks')
  const code = await node(['scripts/check.mjs'])
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
}

async function ruleTests(results: string): Promise<Tally> {
  title('Rule tests')
  if (isBuildStale()) await step('Build', buildShop)
  const file = join(results, 'rules.json')
  const code = await node([
    'node_modules/vitest/vitest.mjs',
    ...['run', '--root', '.', '--config', 'tests/vitest.config.ts'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  ])
  const report = JSON.parse(readText(file) || '{}') as RulesReport
  const brokenFiles = (report.testResults ?? []).filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  )
  return tally(code, report.numPassedTests, (report.numFailedTests ?? 0) + brokenFiles.length)
}

interface RulesReport {
  numPassedTests?: number
  numFailedTests?: number
  testResults?: { status: string; assertionResults: { status: string }[] }[]
}

async function pageTests(results: string): Promise<Tally> {
  title('Page tests')
  if (!ensureChromium(console.log)) {
    console.error('No Chromium: install one, or name it in CHROMIUM.')
    return { passed: 0, failed: 1 }
  }
  const file = join(results, 'pages.json')
  const code = await node(
    [
      'node_modules/@playwright/test/cli.js',
      'test',
      '-c',
      'tests/playwright.config.ts',
      '--pass-with-no-tests',
    ],
    { PAGES_RESULT: file },
  )
  const { stats } = JSON.parse(readText(file) || '{}') as PagesReport
  return tally(code, (stats?.expected ?? 0) + (stats?.flaky ?? 0), stats?.unexpected)
}

interface PagesReport {
  stats?: { expected: number; flaky: number; unexpected: number }
}

/** A tool that fails without naming a failed test counts as one failure: nothing may fail silently. */
function tally(code: number, passed = 0, failed = 0): Tally {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}

function node(args: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.once('error', fail)
    child.once('exit', (code) => done(code ?? 1))
  })
}

function title(text: string) {
  console.log(`\n── ${text} ──`)
}
