/** `npm run check`: everything that reads sources only, side by side. What CI demands of a change before any test runs. */
import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const bin = (name) => `node_modules/.bin/${name}`
const checks = [
  ['style', bin('biome'), ['check', '--error-on-warnings', '--diagnostic-level=warn', '.']],
  ['types', bin('tsc'), ['--noEmit']],
  [
    'boundaries',
    bin('depcruise'),
    ['--config', '.dependency-cruiser.cjs', 'app', 'server', 'scripts', 'demo', 'tests'],
  ],
  [
    'architecture',
    bin('vitest'),
    [
      ...[
        'run',
        '--root',
        '.',
        '--config',
        'tests/vitest.config.ts',
        '--reporter=dot',
        '--testTimeout=60000',
      ],
      ...['tests/architecture', 'tests/documents', 'app/i18n/typography'],
    ],
  ],
  ['dead code', bin('knip'), ['--no-progress']],
  ['map', process.execPath, ['--import', 'tsx', 'scripts/draw-rooms.ts', '--check']],
  ...shellChecks(),
]

const began = Date.now()
const outcomes = await Promise.all(checks.map(([name, command, args]) => runCheck(name, command, args)))
const failed = outcomes.filter((isFine) => !isFine).length
console.log(
  failed === 0 ? `All checks passed in ${seconds(began)}.` : `${failed} of ${checks.length} checks failed.`,
)
process.exit(failed === 0 ? 0 : 1)

/** Prints its line as soon as it ends, with what the tool said when it failed. */
function runCheck(name, command, args) {
  return new Promise((resolve) => {
    const started = Date.now()
    const env = {
      ...process.env,
      WITHOUT_SERVICES: '1',
      ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
    }
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += chunk
      })
    child.once('error', (error) => {
      said += error.message
    })
    child.once('close', (code) => {
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds(started)})`)
      if (code !== 0) console.log(said.trimEnd().replace(/^/gm, '  '))
      resolve(code === 0)
    })
  })
}

function shellChecks() {
  if (spawnSync('shellcheck', ['--version']).status !== 0) return []
  // Outside a git checkout (an archive) only the one script that is known by name is looked at.
  const listed = spawnSync('git', ['ls-files', '*.sh', '.ci/run'], { encoding: 'utf8' }).stdout
  const scripts = (listed ?? '').split('\n').filter(Boolean)
  return [['shell', 'shellcheck', scripts.length > 0 ? scripts : ['.ci/run']]]
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`
}
