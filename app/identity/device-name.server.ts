import Bowser from 'bowser'

/** « Firefox, Linux »: what a person recognises of a browser; null when it says nothing of itself. */
export function deviceName(userAgent: string): string | null {
  if (!userAgent) return null
  const { browser, os } = Bowser.parse(userAgent)
  return [browser.name, os.name].filter(Boolean).join(', ') || null
}
