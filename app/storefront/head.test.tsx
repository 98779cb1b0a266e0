import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { pageMeta } from './page-meta'

const EVIL = `"><meta http-equiv=refresh content=0;url=//evil> ' onload=alert(1)`

test('a title like markup stays in its attributes (A-082)', () => {
  const root = { id: 'root', data: { origin: 'https://shop.example', shopName: EVIL } }
  const pathname = `/en/p/x${EVIL}`

  const descriptors = pageMeta(
    { location: { pathname }, matches: [root] },
    { title: EVIL, description: EVIL, image: `/media/${EVIL}` },
  )

  for (const descriptor of descriptors) {
    // As Remix renders them: a title, a link or a meta element with the rest as attributes.
    const { title, tagName = 'meta', ...attributes } = descriptor as Record<string, string>
    const html = title
      ? renderToStaticMarkup(<title>{title}</title>)
      : renderToStaticMarkup(createElement(tagName, attributes))
    expect(html.match(/</g)).toHaveLength(title ? 2 : 1)
    expect(html).not.toMatch(/<meta http-equiv|" onload|' onload=alert\(1\)'/)
  }
})
