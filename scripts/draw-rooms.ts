/** Writes the table of rooms in ARCHITECTURE.md from app/rooms.js. `--check` fails when it is out of date. */
import { readFileSync, writeFileSync } from 'node:fs'
import { rooms } from '../app/rooms.js'

const FILE = 'ARCHITECTURE.md'
const MARK = '<!-- rooms -->'

const table = [
  '| room | decides | may import |',
  '| --- | --- | --- |',
  ...Object.entries(rooms).map(
    ([name, { decides, mayImport }]) =>
      `| ${name} | ${decides} | ${mayImport.join(', ') || '(ground only)'} |`,
  ),
].join('\n')

const text = readFileSync(FILE, 'utf8')
const [before = '', after = ''] = text.split(MARK)
const rest = after.replace(/^\n+(\|.*\n)*/, '')
const drawn = `${before}${MARK}\n\n${table}\n\n${rest.replace(/^\n+/, '')}`

if (!process.argv.includes('--check')) writeFileSync(FILE, drawn)
else if (drawn !== text) {
  console.error(`${FILE} does not show app/rooms.js: run \`node --import tsx scripts/draw-rooms.ts\``)
  process.exit(1)
}
