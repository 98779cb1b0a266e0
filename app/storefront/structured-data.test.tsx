import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { StructuredData } from './structured-data'

test('facts about a product named like markup stay inside their script (A-081)', () => {
  const name = '</script><script>alert(1)</script><!--<script>'

  const html = renderToStaticMarkup(
    <StructuredData facts={{ '@context': 'https://schema.org', '@type': 'Product', name }} />,
  )

  const [, json = ''] = /^<script type="application\/ld\+json">([^<]*)<\/script>$/.exec(html) ?? []
  expect(JSON.parse(json)).toMatchObject({ name })
})
