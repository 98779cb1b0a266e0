import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { encodingOfLines } from '../formats/mixed-lines'
import type { NotCsv } from '../problems'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export type TextFile = {
  path: string
  name: string
  bytes: number
  hash: string
  encoding: Encoding
  /** Some lines are written otherwise than most: each is read for itself. */
  isMixed: boolean
  separator: string
}

type Examined = { ok: true; file: TextFile } | NotCsv

const CHUNK = 1 << 20
const HEAD = 1 << 16

/** Reads a file once from end to end: what it is written in, its separator, and its hash. Refuses what is no table. */
export async function examineFile(path: string): Promise<Examined> {
  const facts = await stat(path).catch(() => null)
  if (!facts?.isFile()) return { ok: false, reason: 'no-such-file' }
  if (facts.size === 0) return { ok: false, reason: 'empty' }

  const head = await readHead(path)
  if (isArchive(head)) return { ok: false, reason: 'spreadsheet' }
  const wide = wideEncodingOf(head)
  const { hash, isValidUtf8, hasNul } = await scan(path)
  if (hasNul && !wide) return { ok: false, reason: 'binary' }

  const { encoding, isMixed } = wide
    ? { encoding: wide, isMixed: false }
    : isValidUtf8
      ? ({ encoding: 'utf-8', isMixed: false } as const)
      : await encodingOfLines(createReadStream(path, { highWaterMark: CHUNK }))
  const text = decodeHead(head, encoding)
  if (/^\s*$/.test(text) && facts.size <= HEAD) return { ok: false, reason: 'empty' }
  if (isGarbled(text)) return { ok: false, reason: 'binary' }
  if (/^\s*<(!doctype|html|\?xml|head|body)\b/i.test(text)) return { ok: false, reason: 'html' }
  if (/^\s*(\{\s*"|\[\s*[[{"])/.test(text)) return { ok: false, reason: 'json' }
  const separator = separatorOf(text)
  return {
    ok: true,
    file: { path, name: basename(path), bytes: facts.size, hash, encoding, isMixed, separator },
  }
}

/** A stray control character in a text is no matter; a file that is full of them is no text. */
function isGarbled(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary file
  const controls = text.match(/[\x01-\x08\x0e-\x1a]/g)?.length ?? 0
  return controls > text.length / 10
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Excel and LibreOffice write archives; old Excel its own format. */
function isArchive(head: Buffer): boolean {
  const start = head.subarray(0, 4).toString('hex')
  return start === '504b0304' || start === 'd0cf11e0'
}

/** UTF-16 by its mark, or by every second byte of Latin text being zero. */
function wideEncodingOf(head: Buffer): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const looked = head.subarray(0, 2_000)
  looked.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const most = looked.length * 0.35
  if (odd > most && even === 0) return 'utf-16le'
  return even > most && odd === 0 ? 'utf-16be' : null
}

async function scan(path: string): Promise<{ hash: string; isValidUtf8: boolean; hasNul: boolean }> {
  const sha = createHash('sha256')
  let isValidUtf8 = true
  let hasNul = false
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    sha.update(chunk)
    hasNul ||= chunk.includes(0)
    if (!isValidUtf8) continue
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    const whole = wholeCharacters(bytes)
    isValidUtf8 = isUtf8(bytes.subarray(0, whole))
    rest = bytes.subarray(whole)
  }
  return { hash: sha.digest('hex'), isValidUtf8: isValidUtf8 && rest.length === 0, hasNul }
}

/** How many bytes end with a whole character: a chunk may cut one in the middle. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return needs > back ? bytes.length - back : bytes.length
    }
    if (byte < 0x80) break
  }
  return bytes.length
}

function decodeHead(head: Buffer, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(head, { stream: true })
}

const SEPARATORS = [',', ';', '\t']

/** The separator that the first line with words in it has most of, outside quotes. Excel may name it: `sep=;`. */
function separatorOf(text: string): string {
  const named = /^sep=(.)\r?\n?/i.exec(text)?.[1]
  if (named) return named
  const counts = new Map(SEPARATORS.map((separator) => [separator, 0]))
  let isQuoted = false
  for (const character of text.trimStart()) {
    if (character === '"') isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (character === '\n' || character === '\r') break
    else if (counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most && most[1] > 0 ? most[0] : ','
}
