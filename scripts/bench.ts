/**
 * `npm run bench`: how fast the shop is, on a stack of its own. `--help` names the options; docs/performance.md says how
 * to read the table. Ends with 1 when a target is missed.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { brokenInvariants } from '../tests/invariants'
import { recordQuestions, startBareServer } from './bench/floors'
import { openClient } from './bench/load/client'
import { startGenerator } from './bench/load/generator'
import { failuresOf, tableOf, verdictsOf, withFigures } from './bench/report'
import { type Figures, runRounds } from './bench/rounds'
import { listPaced, listScenarios, storedPages } from './bench/scenarios'
import { type Stack, startStack } from './bench/stack'
import { BESIDE, judge, type Verdict } from './bench/targets'
import { lackOf, readWorld, type World } from './bench/world'

const { values } = parseArgs({
  options: {
    products: { type: 'string', default: '4000' },
    stack: { type: 'string' },
    given: { type: 'boolean', default: false },
    beside: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '3' },
    web: { type: 'string', default: '1' },
    only: { type: 'string' },
    json: { type: 'string' },
    document: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

const HELP = `npm run bench -- [options]
  --products 4000   how many products, when the stack is still empty
  --stack FOLDER    a stack that is filled already, by an earlier run or by seed:full
  --given           uses the services that DATABASE_URL, REDIS_URL and MEILISEARCH_URL name, filled already
  --beside FOLDER   a second, small stack (4,000 products): compares what visitors wait for in both
  --rounds 3        how often each scenario runs; medians are shown
  --seconds 3       how long each time
  --web 1           web processes
  --only WORDS      only scenarios whose name matches this expression
  --json FILE       writes all figures there
  --document FILE   puts table and targets into a document, where it marks their place`

if (values.help) console.log(HELP)
else await bench()

async function bench() {
  const stack = await startStack({
    dir: values.stack ?? `.comptoir/bench-${values.products}`,
    products: Number(values.products),
    webProcesses: Number(values.web),
    usesGiven: values.given,
  })
  const small = values.beside ? await startBeside(values.beside) : undefined
  try {
    const world = await readWorld(stack)
    const lack = lackOf(world)
    if (lack) {
      console.error(`There is no shop to measure: ${lack}. Fill the stack first (npm run seed:full).`)
      process.exitCode = 2
      return
    }
    console.log(`${sizeOf(world)}; ${machine()}.`)
    const figures = await measure({ stack, world }, small && { stack: small, world: await readWorld(small) })
    const broken = await brokenInvariants(stack.databaseUrl)
    conclude({ world, figures, verdicts: judge(figures), broken })
  } finally {
    await small?.stop()
    await stack.stop()
  }
}

function startBeside(dir: string): Promise<Stack> {
  return startStack({ dir, products: 4_000, webProcesses: Number(values.web) })
}

type Shop = { stack: Stack; world: World }

async function measure(shop: Shop, small: Shop | undefined): Promise<Figures[]> {
  const { stack, world } = shop
  const bare = await startBareServer(stack, Object.values(storedPages(world)).flat())
  const generator = await startGenerator()
  try {
    const floors = { bare, meilisearch: await recordQuestions(stack, world.words) }
    const all = [
      ...listScenarios({ ...shop, floors, cartCookie: await fillCart(shop) }),
      ...(small ? listPaced({ ...small, cartCookie: await fillCart(small) }, BESIDE) : []),
    ]
    const wanted = new RegExp(values.only ?? '')
    const scenarios = all.filter(({ name }) => wanted.test(name))
    const plan = { rounds: Number(values.rounds), seconds: Number(values.seconds), say: console.log }
    return await runRounds({ stack, generator, scenarios }, plan)
  } finally {
    generator.stop()
    bare.stop()
  }
}

/** The cookie of a visitor with goods in the cart: no page is kept for them. */
async function fillCart({ stack: { origin }, world: { orders } }: Shop): Promise<string> {
  const client = openClient(origin, { connections: 1 })
  const variantId = String(orders[0]?.variantId)
  const { cookies } = await client.submit('/cart', { intent: 'add', variantId, quantity: '1' }, {})
  client.close()
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}

type Outcome = { world: World; figures: Figures[]; verdicts: Verdict[]; broken: string[] }

function conclude({ world, figures, verdicts, broken }: Outcome) {
  console.log(`\n${tableOf(figures)}\n\n${verdictsOf(verdicts).join('\n')}`)
  for (const line of [...failuresOf(figures), ...broken.map((rule) => `invariant broken: ${rule}`)])
    console.log(line)
  if (values.json) {
    const written = { at: new Date(), machine: machine(), counts: world.counts, figures, verdicts, broken }
    writeFileSync(values.json, `${JSON.stringify(written, null, 1)}\n`)
  }
  if (values.document) {
    const day = new Date().toISOString().slice(0, 10)
    const list = verdictsOf(verdicts).map((line) => `- ${line}`)
    const told = [`${day}, ${sizeOf(world)}; ${machine()}.`, '', tableOf(figures), '', ...list].join('\n')
    writeFileSync(values.document, withFigures(readFileSync(values.document, 'utf8'), told))
  }
  if (broken.length > 0 || verdicts.some(({ isMet }) => !isMet)) process.exitCode = 1
}

function sizeOf({ counts: { products, fitments, orders } }: World): string {
  return `${products} products, ${fitments} fitments, ${orders} orders, ${values.web} web process(es)`
}

function machine(): string {
  const [first] = cpus()
  return `${cpus().length} × ${first?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`
}
