import { expect, test } from 'vitest'
import { defaultSettings } from '~/settings/settings'
import { findLegalText, listLegalPages } from './legal-pages.server'

const seller = { ...defaultSettings.shop, legalName: 'Les Freins de Léa SARL' }

test('every page the law wants exists in both languages, with as many sections', () => {
  const pages = listLegalPages('fr', seller).map(({ page }) => page)
  expect(pages).toEqual([
    'contact',
    'delivery',
    'returns',
    'warranties',
    'terms',
    'privacy',
    'notice',
    'mediation',
  ])
  for (const page of pages)
    expect(findLegalText(page, 'en', seller)?.sections.length).toBe(
      findLegalText(page, 'fr', seller)?.sections.length,
    )
})

test('the texts name the seller of the settings', () => {
  expect(JSON.stringify(findLegalText('notice', 'fr', seller))).toContain('Les Freins de Léa SARL')
})

test('no text is found under a name that every object knows', () => {
  expect(findLegalText('constructor', 'fr', seller)).toBeNull()
  expect(findLegalText('__proto__', 'fr', seller)).toBeNull()
})
