/**
 * The beginning of a text, at most so many characters long (code points, as databases and other programs count them), cut
 * between two signs as people see them: never through an emoji, nor between a letter and its accent. A single sign that
 * is longer than all the room is cut after all. Halves of characters that were there before are left out.
 */
export function cutText(text: string, most: number): string {
  // Whatever lies behind cannot be kept, and need not be looked at.
  const near = text.slice(0, 2 * most + 2).replace(/\p{Cs}/gu, '')
  if (charactersIn(near) <= most) return near
  let kept = ''
  let room = most
  for (const sign of signsOf(near)) {
    room -= charactersIn(sign)
    if (room < 0) break
    kept += sign
  }
  return kept || [...near].slice(0, most).join('')
}

let segmenter: Intl.Segmenter | undefined

/** Old browsers do not know where a sign ends: they see its characters. */
function* signsOf(text: string): Iterable<string> {
  if (!('Segmenter' in Intl)) return yield* text
  segmenter ??= new Intl.Segmenter()
  for (const { segment } of segmenter.segment(text)) yield segment
}

export function charactersIn(text: string): number {
  return [...text].length
}
