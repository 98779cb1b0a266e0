import { Fragment } from 'react'
import type { MarkedText } from './marked-text'

/** A name with what was sought in it marked. Every piece is text: nothing in it is markup. */
export function MarkedName({ name }: { name: MarkedText }) {
  let offset = 0
  return name.map(({ text, isMarked }) => {
    const key = offset
    offset += text.length
    return isMarked ? (
      <mark key={key} className="rounded-sm bg-accent-tint/60 text-inherit">
        {text}
      </mark>
    ) : (
      <Fragment key={key}>{text}</Fragment>
    )
  })
}
