import { parseWithZod } from '@conform-to/zod/v4'
import { formErrors } from '~/i18n/form-errors'
import { expect, test } from '../../tests/shop-test'
import { addressForm } from './address-form'

const TYPED = {
  email: 'ines@example.fr',
  'shipping.fullName': 'Inès Müller',
  'shipping.street': '3 rue des Ateliers',
  'shipping.postcode': '69003',
  'shipping.city': 'Lyon',
  'shipping.country': 'FR',
}

function read(typed: Record<string, string>) {
  const formData = new FormData()
  for (const [name, value] of Object.entries({ ...TYPED, ...typed })) formData.append(name, value)
  return parseWithZod(formData, { schema: addressForm(formData), error: formErrors })
}

test('an ordinary address is taken as it is, without what was left empty', () => {
  const submission = read({ 'shipping.company': '', 'shipping.phone': '' })

  expect(submission.status === 'success' && submission.value).toEqual({
    email: 'ines@example.fr',
    shipping: {
      fullName: 'Inès Müller',
      street: '3 rue des Ateliers',
      postcode: '69003',
      city: 'Lyon',
      country: 'FR',
    },
  })
})

test.for([
  ["O'Brien; DROP TABLE orders; --"],
  ['<script>alert(1)</script>'],
  ['Nguyễn Thị Hương'],
  ['山田 太郎'],
  ['עֲמִית כהן'],
  ['X Æ A-12'],
  ['👩‍👩‍👧 family'],
])('a name may be %s', ([name = '']) => {
  const submission = read({ 'shipping.fullName': name })

  expect(submission.status === 'success' && submission.value.shipping.fullName).toBe(name.normalize('NFC'))
})

test('a name is composed the same way whatever keyboard typed it, and trimmed', () => {
  const submission = read({ 'shipping.fullName': '  Ine\u0300s Mu\u0308ller ' })

  expect(submission.status === 'success' && submission.value.shipping.fullName).toBe('Inès Müller')
})

test.for([
  ['only spaces', '   '],
  ['a zero-width space alone', '\u200b'],
  ['a Hangul filler alone', '\u3164'],
  ['a blank of Braille alone', '\u2800'],
  ['101 characters', 'é'.repeat(101)],
  ['nothing', ''],
])('a name with %s is refused beside its field, and what was typed is kept', ([, name = '']) => {
  const submission = read({ 'shipping.fullName': name })
  const reply = submission.reply()

  expect(submission.status).toBe('error')
  expect(Object.keys(reply.error ?? {})).toEqual(['shipping.fullName'])
  expect(reply.initialValue).toMatchObject({ email: TYPED.email, shipping: { city: 'Lyon' } })
})

test.for([
  ['a line feed', 'Inès\nBcc: everyone@example.fr', 'Inès Bcc: everyone@example.fr'],
  ['a mark that turns the writing round', 'Inès \u202eenaM', 'Inès enaM'],
  ['no-break spaces', 'Inès\u00a0Müller', 'Inès Müller'],
])('a name with %s is taken without it', ([, typed = '', kept]) => {
  const submission = read({ 'shipping.fullName': typed })

  expect(submission.status === 'success' && submission.value.shipping.fullName).toBe(kept)
})

test('the length of a name is counted in characters, not in bytes', () => {
  expect(read({ 'shipping.fullName': '👩'.repeat(100) }).status).toBe('success')
})

test.for([
  ['FR', '69003', '69003'],
  ['FR', '69 003', '69003'],
  ['FR', 'F-69003', '69003'],
  ['FR', 'FR-69003', '69003'],
  ['FR', '６９００３', '69003'],
  ['FR', '69003\u200b', '69003'],
  ['BE', 'B-1000', '1000'],
  ['CH', 'CH-1201', '1201'],
  ['DE', 'D-10115', '10115'],
  ['DE', 'D\u201110115', '10115'],
  ['AT', 'A-1010', '1010'],
  ['DK', 'DK-1050', '1050'],
  ['MC', 'MC-98000', '98000'],
  ['LU', 'L 1009', '1009'],
  ['LU', 'L-1009', '1009'],
  ['PL', '00950', '00-950'],
  ['PL', '00 950', '00-950'],
  ['PT', '1000 205', '1000-205'],
  ['PT', '1000', '1000'],
  ['LV', 'LV-1010', 'LV-1010'],
  ['LV', '1010', 'LV-1010'],
  ['LT', 'LT-01100', '01100'],
  ['SE', 'SE-114 55', '114 55'],
  ['SE', '11455', '114 55'],
  ['FI', 'FI-00100', '00100'],
  ['FI', 'FIN-00100', '00100'],
  ['IE', 'IRL-D02 AF30', 'D02 AF30'],
  ['GB', 'UK-SW1A 1AA', 'SW1A 1AA'],
  ['LI', 'FL-9490', '9490'],
  ['MC', 'F-98000', '98000'],
  ['RE', 'F-97400', '97400'],
  ['BL', 'FR-97133', '97133'],
  ['VA', 'V-00120', '00120'],
  ['SM', 'I-47890', '47890'],
  ['NL', 'NL 1012 NL', '1012 NL'],
  ['HR', 'HR-10000', '10000'],
  ['SI', 'SI-1000', '1000'],
  ['CZ', '11000', '110 00'],
  ['GB', 'sw1a 1aa', 'SW1A 1AA'],
  ['GB', 'SW1A1AA', 'SW1A 1AA'],
  ['NL', '1012ab', '1012 AB'],
  ['IE', 'd02af30', 'D02 AF30'],
  ['MT', 'VLT 1117', 'VLT1117'],
  ['AD', 'AD500', 'AD500'],
  ['GP', '97110', '97110'],
])('%s knows the postcode %s and writes it %s', ([country = '', postcode = '', written]) => {
  const submission = read({ 'shipping.country': country, 'shipping.postcode': postcode })

  expect(submission.status === 'success' && submission.value.shipping.postcode).toBe(written)
})

test.for([
  ['FR', '97110', 'GP'],
  ['GP', '97110', 'GP'],
  ['FR', '97133', 'BL'],
  ['GP', '97133', 'BL'],
  ['BL', '97133', 'BL'],
  ['FR', '97700', 'BL'],
  ['BL', '97700', 'BL'],
  ['FR', '97150', 'MF'],
  ['FR', '98800', 'NC'],
  ['FI', '22100', 'AX'],
  ['FI', 'AX-22100', 'AX', '22100'],
  ['FR', 'F-97133', 'BL', '97133'],
  ['GB', 'je23ab', 'JE', 'JE2 3AB'],
  ['DK', 'FO-100', 'FO', '100'],
  ['DK', '100', 'FO'],
  ['GB', 'JE2 3AB', 'JE'],
  ['GB', 'BT1 1AA', 'GB'],
  ['ES', '35001', 'ES'],
  ['DE', '27498', 'DE'],
])('%s with %s is an address in %s', ([country = '', typed = '', expected = '', postcode = typed]) => {
  const submission = read({ 'shipping.country': country, 'shipping.postcode': typed })

  expect(submission.status === 'success' && submission.value.shipping).toMatchObject({
    country: expected,
    postcode,
  })
})

test.for([
  ['FR', '6900', 'shipping.postcode'],
  ['DE', '1011', 'shipping.postcode'],
  ['GB', '69003', 'shipping.postcode'],
  ['GP', '69003', 'shipping.postcode'],
  ['BL', '97110', 'shipping.postcode'],
  ['AX', '00100', 'shipping.postcode'],
  ['france', '69003', 'shipping.country'],
])('%s with %s is told at %s', ([country = '', postcode = '', field = '']) => {
  const reply = read({ 'shipping.country': country, 'shipping.postcode': postcode }).reply()

  expect(Object.keys(reply.error ?? {})).toEqual([field])
})

test.for([
  ['not-an-address'],
  ['a@b'],
  ['two@example.fr, three@example.fr'],
  ['Inès <ines@example.fr>'],
  ['two@example.fr;three@example.fr'],
  ['ines@example..fr'],
  ['ines@127.0.0.1'],
  ['ines@château.fr/path'],
  [`${'a'.repeat(250)}@example.fr`],
])('the e-mail %s is refused', ([email = '']) => {
  expect(Object.keys(read({ email }).reply().error ?? {})).toEqual(['email'])
})

test('the bill goes elsewhere only when the box is ticked', () => {
  const elsewhere = {
    'billing.fullName': 'Atelier Müller',
    'billing.street': '1 quai',
    'billing.postcode': '75001',
    'billing.city': 'Paris',
    'billing.country': 'FR',
  }

  const unticked = read({ ...elsewhere, 'billing.postcode': 'nonsense' })
  expect(unticked.status === 'success' && 'billing' in unticked.value).toBe(false)

  const ticked = read({ ...elsewhere, billingElsewhere: 'on' })
  expect(ticked.status === 'success' && 'billing' in ticked.value && ticked.value.billing.city).toBe('Paris')
  expect(Object.keys(read({ billingElsewhere: 'on' }).reply().error ?? {})).toContain('billing.fullName')
})

test.for([
  ['ines@château.fr', 'ines@xn--chteau-xta.fr'],
  ['ines@CHA\u0302TEAU.fr', 'ines@xn--chteau-xta.fr'],
  ['ivan@xn--80aswg.xn--p1ai', 'ivan@xn--80aswg.xn--p1ai'],
  ['o&co@example.fr', 'o&co@example.fr'],
  ['info!@example.fr', 'info!@example.fr'],
  ['a/b@example.fr', 'a/b@example.fr'],
  ["o'brien@example.fr", "o'brien@example.fr"],
  ['ines@example.fr\u200b', 'ines@example.fr'],
  ['\u202aines@example.fr\u202c ', 'ines@example.fr'],
  ['ｉｎｅｓ＠example.fr', 'ines@example.fr'],
  ['Ines@Example.FR', 'Ines@example.fr'],
])('the e-mail %s is taken as %s', ([email = '', taken]) => {
  const submission = read({ email })

  expect(submission.status === 'success' && submission.value.email).toBe(taken)
})

test.for([
  ['(06) 12 34 56 78'],
  ['(+33) 6 12 34 56 78'],
  ['+ 33 6 12 34 56 78'],
  ['+33 (0)6 12 34 56 78'],
  ['0033612345678'],
  ['06\u00a012\u00a034\u00a056\u00a078'],
  ['\u202a+33 6 12 34 56 78\u202c'],
  ['\u200e+33612345678'],
  ['06\u201112\u201134\u201156\u201178'],
  ['06 12 34 56 78 / 07 11 22 33 44'],
  ['０６１２３４５６７８'],
  ['٠٦١٢٣٤٥٦٧٨'],
  ['06.12.34.56.78 (après 18 h)'],
])('the telephone %s is one that anybody can dial', ([phone = '']) => {
  const submission = read({ 'shipping.phone': phone })

  expect(submission.status === 'success' && submission.value.shipping.phone).toBe('+33 6 12 34 56 78')
})

test('a telephone that no directory knows is kept as it was typed', () => {
  const submission = read({ 'shipping.phone': '06 12 34 56\u00a07' })

  expect(submission.status === 'success' && submission.value.shipping.phone).toBe('06 12 34 56 7')
})

test.for([
  ['words', 'call me'],
  ['two digits', '12'],
  ["a card's number", '4242 4242 4242 4242'],
  ['far too much', '1'.repeat(5_000)],
])('a telephone that nobody can call is left out, and the order goes on: %s', ([, phone = '']) => {
  const submission = read({ 'shipping.phone': phone })

  expect(submission.status === 'success' && submission.value.shipping).not.toHaveProperty('phone')
  expect(submission.status).toBe('success')
})

test('a wrong postcode is told together with the other fields', () => {
  const reply = read({ 'shipping.city': '', 'shipping.postcode': '6900' }).reply()

  expect(reply.error).toEqual({
    'shipping.city': ['ui.errors.required'],
    'shipping.postcode': ['checkout.errors.postcode'],
  })
})

test.for([
  ['4242 4242 4242 4242', ['ui.errors.cardNumber']],
  ['4242-4242-4242-4242 exp 12/28', ['ui.errors.cardNumber']],
  ['carte 378282246310005', ['ui.errors.cardNumber']],
  ['4242  4242  4242  4242', ['ui.errors.cardNumber']],
  ['4242_4242_4242_4242', ['ui.errors.cardNumber']],
  ['4242\u00a04242\u202f4242\u00a04242', ['ui.errors.cardNumber']],
  ['4242\u20114242\u20134242\u22124242', ['ui.errors.cardNumber']],
  ['４２４２４２４２４２４２４２４２', ['ui.errors.cardNumber']],
  ['4242\u200b4242\u200b4242\u200b4242', ['ui.errors.cardNumber']],
  ['٤٢٤٢ ٤٢٤٢ ٤٢٤٢ ٤٢٤٢', ['ui.errors.cardNumber']],
  ['4242 4242 4242 4242 12/28 123', ['ui.errors.cardNumber']],
  ['4242 • 4242 • 4242 • 4242', ['ui.errors.cardNumber']],
  ['06 12 34 56 78 / 07 11 22 33 44', undefined],
  ['EAN 4006381333931', undefined],
  ['4242 4242 4242 4241', undefined],
  ['SIRET 732 829 320 00074', undefined],
  ['+33 6 12 34 56 78', undefined],
] as const)('the number of a card is not kept as part of an address: %s (A-133)', ([line, errors]) => {
  expect(read({ 'shipping.street2': line }).reply().error?.['shipping.street2']).toEqual(errors)
})
