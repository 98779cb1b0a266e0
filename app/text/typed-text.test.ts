import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isInvisible, tidyCode, tidyParagraphs, tidyText } from './typed-text'

describe('a name or a line of prose', () => {
  test.for([
    ['composed, whatever keyboard typed it', 'Ine\u0300s Mu\u0308ller', 'Inès Müller'],
    ['without spaces at its ends', '  Inès \t', 'Inès'],
    ['with ordinary spaces', 'Inès\u00a0Müller\u3000& \u2009fils', 'Inès Müller & fils'],
    ['on one line', 'Inès\r\nMüller\u2028fils', 'Inès Müller fils'],
    ['without marks that turn the writing round', 'Inès \u202eenaM\u202c', 'Inès enaM'],
    ['without marks that hide', '\ufeffIn\u200bès\u00ad \u2060Müller\u200e', 'Inès Müller'],
    ['without joiners that join nothing', 'Inès\u200d Mü\u200cller\u200d', 'Inès Müller'],
    ['without control characters', 'In\u0000ès\u001b', 'Inès'],
    ['without halves of characters', 'Inès \ud83d', 'Inès'],
    ['without blank signs at its ends', '\u3164Inès\u2800', 'Inès'],
    ['without tags that hide', 'Inès\u{e0041}\u{e0042}', 'Inès'],
    ['empty when nothing is seen', '\u115f\u1160', ''],
  ])('is kept %s', ([, typed = '', kept]) => {
    expect(tidyText(typed)).toBe(kept)
  })

  test.for([
    ['two lines of a table', 'Ø ½" × 3 m²'],
    ['full-width letters', '株式会社ＡＢＣ'],
    ['ligatures and fractions', 'ﬁltre à ½'],
    ['typographic signs', '« L’été – enfin… » ™'],
    ['a family of emoji', '👩‍👩‍👧 family'],
    ['an emoji with its colour and its look', '🧑🏽‍🚀 ❤️‍🔥 👁️‍🗨️'],
    ['a flag that is spelt in tags', '🏴󠁧󠁢󠁳󠁣󠁴󠁿 Alba'],
    ['a Persian word with its gap', 'می‌خواهم'],
    ['a Malayalam name whose last letter needs its joiner', 'മോഹന്‍'],
    ['a Sinhala name', 'ශ්‍රී ලංකා'],
    ['Hebrew with its points', 'עֲמִית כהן'],
    ['any script', 'Nguyễn Thị Hương 山田 太郎'],
    ['quotes and semicolons', "O'Brien; DROP TABLE orders; --"],
  ])('keeps %s', ([, name = '']) => {
    expect(tidyText(name)).toBe(name.normalize('NFC'))
  })
})

test('prose of several lines keeps its lines, and one empty line between paragraphs', () => {
  expect(tidyParagraphs('\n Bonjour,\u00a0\r\n\r\n\u200b\r\n\r\nau revoir\u2029Inès \n\n')).toBe(
    'Bonjour,\n\nau revoir\nInès',
  )
})

describe('what is read for its meaning', () => {
  test.for([
    ['full-width signs', 'ｗｅｌｃｏｍｅ＋１０＠', 'welcome+10@'],
    ['digits of any script', '٠٦ १२ ᠑᠂ 𝟗 𞥐 ๔', '06 12 1᠂ 9 0 4'],
    ['two rows of digits that touch', '\u{116d0}\u{116d9}\u{116da}\u{116e3}', '0909'],
    ['dashes', '06\u201112\u201334\u221256\u2014\ufe5878', '06-12-34-56--78'],
    ['quotes', '“WELCOME10” ‘a’ «b» c´ ″', '"WELCOME10" \'a\' "b" c\' "'],
    ['invisible marks', '\ufeffWEL\u200bCO\u00adME\u202c10\u200d\u2060\ufe0f', 'WELCOME10'],
    ['spaces', ' 06\u00a012\u202f34\t56 ', '06 12 34 56'],
    ['small and raised signs', '№ 5²', 'No 52'],
    ['nothing that is seen', '\u3164\u200b\u2800', ''],
  ])('has %s made plain', ([, typed = '', read]) => {
    expect(tidyCode(typed)).toBe(read)
  })

  test('keeps case, and the accents of a domain', () => {
    expect(tidyCode('Ines@Cha\u0302teau.fr')).toBe('Ines@Château.fr')
  })
})

test.for([
  '',
  ' ',
  '\u200b',
  '\u3164',
  '\u2800',
  '\u00a0\u2003',
  '\u202e\u2066',
  '\ufe0f',
  '\u0000',
  '\ud800',
  '\u034f',
  '\u{e0041}',
])('nothing is seen of %j', (text) => {
  expect(isInvisible(text)).toBe(true)
})

test.for(['a', '.', 'ㅤa', '❤️', '\u0301', '☃', '𐍈'])('something is seen of %j', (text) => {
  expect(isInvisible(text)).toBe(false)
})

/** Any text, rich in what the cleaning looks at. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom(
        '\u200d',
        '\u200c',
        '\u200b',
        '\ufe0f',
        '\u0301',
        '\u3164',
        '\u2800',
        '\ud83d',
        '\r',
        '\n',
      ),
      fc.constantFrom(
        'e',
        'é',
        'ക',
        '\u0d4d',
        'ب',
        '\u064e',
        '👩',
        '🏽',
        '🏴',
        '\u{e0067}',
        '´',
        '\u2033',
        '٣',
        '½',
        '-',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

test.for([
  ['tidyText', tidyText],
  ['tidyParagraphs', tidyParagraphs],
  ['tidyCode', tidyCode],
] as const)('%s changes nothing the second time, and leaves what any database takes', ([, tidy]) => {
  fc.assert(
    fc.property(anyText, (typed) => {
      const once = tidy(typed)
      expect(tidy(once)).toBe(once)
      expect(once).toBe(once.trim())
      expect(once).not.toMatch(/\p{Cs}|\0/u)
      expect(isInvisible(once)).toBe(once === '')
    }),
    { numRuns: 2_000 },
  )
})

test('a code reads the same from what was tidied as prose before', () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      expect(tidyCode(tidyText(typed)).replaceAll(' ', '')).toBe(tidyCode(typed).replaceAll(' ', ''))
    }),
    { numRuns: 2_000 },
  )
})

test('a letter keeps thirty accents at most', () => {
  expect(tidyText(`a${'\u0323\u0307'.repeat(5_000)}`)).toHaveLength(30)
})

test('a long text costs no more than its length', () => {
  for (const unit of [
    '\u200d',
    '🏴\u{e0067}',
    '\u{e0067}',
    ' \u2800',
    '\u0301\u0d4d',
    '\u0301\u200d\u0d4d\u200d',
    '٣',
  ])
    for (const tidy of [tidyText, tidyParagraphs, tidyCode])
      expect(tidy(unit.repeat(50_000)).length).toBeLessThanOrEqual(300_000)
})
