const HEARTBEAT_MS = 10_000
const CLEAR_LINE = '\r\u001B[K'

/** Runs one step of a long way: says what it does, that it still does it, and how long it took. */
export async function step<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
  const began = Date.now()
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`
  const isTerminal = process.stdout.isTTY
  const show = () => process.stdout.write(isTerminal ? `\r… ${title} (${seconds()})` : `… ${title}\n`)
  show()
  const heartbeat = setInterval(
    () => (isTerminal ? show() : console.log(`… ${title}, ${seconds()} so far`)),
    isTerminal ? 500 : HEARTBEAT_MS,
  )
  try {
    const result = await work()
    console.log(`${isTerminal ? CLEAR_LINE : ''}✓ ${title} (${seconds()})`)
    return result
  } catch (error) {
    console.log(`${isTerminal ? CLEAR_LINE : ''}✗ ${title} (${seconds()})`)
    throw error
  } finally {
    clearInterval(heartbeat)
  }
}

/** Says something in the middle of a step. */
export function note(line: string) {
  console.log(`${process.stdout.isTTY ? CLEAR_LINE : ''}  ${line}`)
}
