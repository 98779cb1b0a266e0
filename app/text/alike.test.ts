import { expect, test } from 'vitest'
import { foldedText } from './alike'

test('names that a person takes for one are alike, whatever their accents, case and spaces', () => {
  for (const name of ['Citroën', 'Citroën'.normalize('NFD'), 'CITROËN', ' citroen\u00a0'])
    expect(foldedText(name)).toBe('citroen')
  expect(foldedText('Œuvre')).toBe(foldedText('oeuvre'))
})

test('so are those that differ by the apostrophe, hyphen or width that a keyboard has', () => {
  expect(foldedText('O’Neill')).toBe(foldedText("O'Neill"))
  expect(foldedText('Saint\u2011Gobain')).toBe(foldedText('Saint-Gobain'))
  expect(foldedText('ＮＧＫ')).toBe(foldedText('NGK'))
  expect(foldedText('Łódź')).toBe(foldedText('Lodz'))
  expect(foldedText('Møller')).toBe(foldedText('Moller'))
})

test('letters that another mark makes another letter of stay apart', () => {
  expect(foldedText('й')).not.toBe(foldedText('и'))
  expect(foldedText('が')).not.toBe(foldedText('か'))
})
