import { isUtf8 } from 'node:buffer'

export type LineEncoding = 'utf-8' | 'windows-1252'

/** Set before the first sign of a line that is written otherwise than most of its file; no text holds it. */
export const DOUBT = '\ufdd0'

const LONGEST_LINE = 2_000_000
const [LF, CR] = [0x0a, 0x0d]

/** Cuts bytes into lines; what has no end yet waits for the next chunk. */
function openLines() {
  let rest: Buffer = Buffer.alloc(0)
  return {
    add(chunk: Buffer): Buffer[] {
      const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
      const end = bytes.includes(LF) ? LF : CR
      const lines: Buffer[] = []
      let start = 0
      for (let at = bytes.indexOf(end); at !== -1; at = bytes.indexOf(end, start)) {
        lines.push(bytes.subarray(start, at + 1))
        start = at + 1
      }
      rest = bytes.subarray(start)
      return rest.length > LONGEST_LINE ? [...lines, ...this.end()] : lines
    },
    end(): Buffer[] {
      const last = rest
      rest = Buffer.alloc(0)
      return last.length > 0 ? [last] : []
    },
  }
}

const hasSigns = (line: Buffer) => line.some((byte) => byte >= 0x80)

/** What most lines of a file that is not UTF-8 throughout are written in, and whether all of them are. */
export async function encodingOfLines(
  chunks: AsyncIterable<Buffer>,
): Promise<{ encoding: LineEncoding; isMixed: boolean }> {
  const lines = openLines()
  const counts = { utf8: 0, other: 0 }
  const count = (line: Buffer) => {
    if (!hasSigns(line)) return
    counts[isUtf8(line) ? 'utf8' : 'other'] += 1
  }
  let isMarked: boolean | undefined
  for await (const chunk of chunks) {
    isMarked ??= chunk.subarray(0, 3).toString('hex') === 'efbbbf'
    lines.add(chunk).forEach(count)
  }
  lines.end().forEach(count)
  const isMostlyUtf8 = isMarked || counts.utf8 >= counts.other
  return { encoding: isMostlyUtf8 && counts.utf8 > 0 ? 'utf-8' : 'windows-1252', isMixed: counts.utf8 > 0 }
}

/** Reads each line for itself: one broken byte spoils no other line's accents, and is told by `DOUBT`. */
export function openMixedDecoder(encoding: LineEncoding) {
  const lines = openLines()
  const read = (line: Buffer) => textOf(line, encoding)
  return {
    decode: (chunk: Buffer) => lines.add(chunk).map(read).join(''),
    end: () => lines.end().map(read).join(''),
  }
}

function textOf(line: Buffer, encoding: LineEncoding): string {
  if (!hasSigns(line)) return line.toString('latin1')
  const isValid = isUtf8(line)
  if (isValid) return encoding === 'utf-8' ? line.toString('utf8') : doubted(line.toString('utf8'))
  return encoding === 'utf-8' ? doubted(mendedText(line)) : windows(line)
}

const doubted = (text: string) => text.replace(/[^\0-\x7f]/, `${DOUBT}$&`)

const windows1252 = new TextDecoder('windows-1252')
const windows = (bytes: Buffer) => windows1252.decode(bytes)

/** Whole characters of UTF-8, as bytes of one sign each. */
const WHOLE =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|([\x80-\xff])/g

/** A line that is UTF-8 but for some bytes: those are read as Windows-1252. */
function mendedText(line: Buffer): string {
  return line.toString('latin1').replace(WHOLE, (bytes, broken?: string) => {
    const buffer = Buffer.from(bytes, 'latin1')
    return broken === undefined ? buffer.toString('utf8') : windows(buffer)
  })
}
