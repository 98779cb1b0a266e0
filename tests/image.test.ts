import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'smol-toml'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { VARIABLES } from '~/platform/variables'

const dockerfile = readFileSync('Dockerfile', 'utf8')
const steps = dockerfile
  .replace(/^#.*\n/gm, '')
  .split('\n')
  .filter(Boolean)
  .map((line) => line.split(' '))
const bundler = readFileSync('scripts/build-processes.mjs', 'utf8')
const built = [...bundler.matchAll(/^ {4}(\w+): '[\w/-]+\.(?:ts|mjs)',$/gm)].map(([, name]) => name)

const fly = z
  .object({
    kill_timeout: z.string(),
    env: z.record(z.string(), z.string()),
    deploy: z.object({ release_command: z.string() }),
    processes: z.record(z.string(), z.string()),
    http_service: z.object({
      processes: z.array(z.string()),
      internal_port: z.number(),
      checks: z.array(z.object({ path: z.string() })),
    }),
    mounts: z.array(z.object({ destination: z.string(), processes: z.array(z.string()) })),
  })
  .parse(parse(readFileSync('fly.toml', 'utf8')))

const imageEnv = Object.fromEntries(
  steps.filter(([step]) => step === 'ENV').flatMap(([, ...pairs]) => pairs.map((pair) => pair.split('='))),
)

/** The scripts that a command starts, or that lines of documentation say to start. */
function startedBy(text: string): string[] {
  return [...text.matchAll(/build\/(\w+)\.js/g)].map(([, name = '']) => name)
}

describe('the image', () => {
  test('copies what exists, and from no context more than that in its last stage', () => {
    const last = steps.slice(steps.findLastIndex(([step]) => step === 'FROM'))
    const copied = last.filter(([step, first]) => step === 'COPY' && !first?.startsWith('--from'))

    expect(copied.length).toBeGreaterThan(0)
    for (const [, from = ''] of copied) expect([from, from !== '.' && existsSync(from)]).toEqual([from, true])
  })

  test('is made with the Node that the shop asks for', () => {
    const { engines } = z
      .object({ engines: z.object({ node: z.string() }) })
      .parse(JSON.parse(readFileSync('package.json', 'utf8')))

    const [, wanted] = /^>=(\d+)\./.exec(engines.node) ?? []
    expect(dockerfile).toMatch(new RegExp(`^ARG NODE_IMAGE=node:${wanted}-`, 'm'))
  })

  test('runs as somebody without rights, in production', () => {
    expect(steps.findLast(([step]) => step === 'USER')).toEqual(['USER', 'node'])
    expect(imageEnv).toMatchObject({ NODE_ENV: 'production', HOST: '0.0.0.0' })
  })

  test('sets only variables that the shop reads, and no secret', () => {
    for (const name of Object.keys(imageEnv)) expect(VARIABLES).toContain(name)
    expect(Object.keys(imageEnv).filter(isSecret)).toEqual([])
  })

  test('starts only what is built', () => {
    expect(built).toEqual(
      expect.arrayContaining(['server', 'worker', 'migrate', 'import', 'export', 'reindex']),
    )
    const told = [dockerfile, readFileSync('README.md', 'utf8'), readFileSync('docs/operating.md', 'utf8')]
    for (const name of told.flatMap(startedBy)) expect(built).toContain(name)
  })

  test('never takes in what is kept secret or made on the machine that builds it', () => {
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n')
    expect(ignored).toEqual(
      expect.arrayContaining(['.env', '.env.*', '.git', '.comptoir', 'node_modules', 'build']),
    )
  })
})

describe('the release on Fly', () => {
  test('sets only variables that the shop reads, and no secret', () => {
    for (const name of Object.keys(fly.env)) expect(VARIABLES).toContain(name)
    expect(Object.keys(fly.env).filter(isSecret)).toEqual([])
  })

  test('brings the database to the code’s version, and starts only what is built', () => {
    expect(startedBy(fly.deploy.release_command)).toEqual(['migrate'])
    expect(Object.values(fly.processes).flatMap(startedBy)).toEqual(['server', 'worker'])
  })

  test('asks a health page that is there, at the port of the image', () => {
    expect(readFileSync('server/health.ts', 'utf8')).toContain(`'${fly.http_service.checks[0]?.path}'`)
    expect(String(fly.http_service.internal_port)).toBe(imageEnv.PORT)
    expect(steps).toContainEqual(['EXPOSE', imageEnv.PORT])
  })

  test('keeps files where the image keeps them, and names processes that there are', () => {
    const named = [...fly.http_service.processes, ...fly.mounts.flatMap(({ processes }) => processes)]

    for (const name of named) expect(Object.keys(fly.processes)).toContain(name)
    expect(fly.mounts.map(({ destination }) => destination)).toEqual([imageEnv.DATA_DIRECTORY])
  })

  test('kills nobody who is still finishing', () => {
    const [, patience = ''] = /PATIENCE_MS = ([\d_]+)/.exec(readFileSync('server/shutdown.ts', 'utf8')) ?? []
    const waits = 5 + Number(patience.replace('_', '')) / 1_000
    expect(Number.parseInt(fly.kill_timeout, 10)).toBeGreaterThan(waits)
  })
})

function isSecret(name: string): boolean {
  return /SECRET|PEPPER|KEY|TOKEN|(DATABASE|REDIS|SMTP).*URL/.test(name)
}
