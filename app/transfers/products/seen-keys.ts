const FREE = 0

/**
 * The row in which each key stood first: some twelve bytes a key however long it is, so that millions fit. Keys are told
 * apart by 64 bits of their content.
 */
export function openSeenKeys() {
  let size = 1 << 12
  let count = 0
  let highs = new Uint32Array(size)
  let lows = new Uint32Array(size)
  let rows = new Uint32Array(size)

  function place(high: number, low: number): number {
    let at = (high ^ low) & (size - 1)
    while (rows[at] !== FREE && (highs[at] !== high || lows[at] !== low)) at = (at + 1) & (size - 1)
    return at
  }

  function put(at: number, high: number, low: number, row: number): void {
    highs[at] = high
    lows[at] = low
    rows[at] = row
  }

  function grow(): void {
    const [oldHighs, oldLows, oldRows] = [highs, lows, rows]
    size *= 2
    highs = new Uint32Array(size)
    lows = new Uint32Array(size)
    rows = new Uint32Array(size)
    oldRows.forEach((row, at) => {
      const [high = 0, low = 0] = [oldHighs[at], oldLows[at]]
      if (row !== FREE) put(place(high, low), high, low, row)
    })
  }

  /** Notes the key; answers the earlier row it stood in, or null. */
  return function seen(key: string, row: number): number | null {
    const [high, low] = [hashOf(key, 0x811c9dc5), hashOf(key, 0x9747b28c)]
    const at = place(high, low)
    const before = rows[at] ?? FREE
    if (before !== FREE) return before
    put(at, high, low, row)
    count += 1
    if (count * 2 > size) grow()
    return null
  }
}

/** 32 bits of a text, mixed well enough that two seeds give 64 of them. */
export function hashOf(key: string, seed: number): number {
  let hash = seed
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16) ^ seed, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
