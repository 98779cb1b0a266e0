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
  ['a line feed', 'Inès\nBcc: everyone@example.fr'],
  ['a NUL', 'Inès\u0000'],
  ['a mark that turns the writing round', 'Inès \u202eenaM'],
  ['only spaces', '   '],
  ['101 characters', 'é'.repeat(101)],
  ['nothing', ''],
])('a name with %s is refused beside its field, and what was typed is kept', ([, name = '']) => {
  const submission = read({ 'shipping.fullName': name })
  const reply = submission.reply()

  expect(submission.status).toBe('error')
  expect(Object.keys(reply.error ?? {})).toEqual(['shipping.fullName'])
  expect(reply.initialValue).toMatchObject({ email: TYPED.email, shipping: { city: 'Lyon' } })
})

test('the length of a name is counted in characters, not in bytes', () => {
  expect(read({ 'shipping.fullName': '👩'.repeat(100) }).status).toBe('success')
})

test.for([
  ['FR', '69003'],
  ['GB', 'sw1a 1aa'],
  ['NL', '1012 AB'],
  ['DE', '10115'],
  ['GP', '97110'],
  ['MC', '98000'],
])('%s knows the postcode %s', ([country = '', postcode = '']) => {
  expect(read({ 'shipping.country': country, 'shipping.postcode': postcode }).status).toBe('success')
})

test.for([
  ['FR', '6900', 'shipping.postcode'],
  ['DE', '1011', 'shipping.postcode'],
  ['GB', '69003', 'shipping.postcode'],
  ['FR', '97110', 'shipping.country'],
  ['FR', '98800', 'shipping.country'],
  ['france', '69003', 'shipping.country'],
])('%s with %s is told at %s', ([country = '', postcode = '', field = '']) => {
  const reply = read({ 'shipping.country': country, 'shipping.postcode': postcode }).reply()

  expect(Object.keys(reply.error ?? {})).toEqual([field])
})

test.for([
  ['not-an-address'],
  ['a@b'],
  ['two@example.fr, three@example.fr'],
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

test('the phone may be missing, but not be something else', () => {
  expect(read({ 'shipping.phone': '+33 6 12 34 56 78' }).status).toBe('success')
  expect(Object.keys(read({ 'shipping.phone': 'call me' }).reply().error ?? {})).toEqual(['shipping.phone'])
})

test('a wrong postcode is told together with the other fields', () => {
  const reply = read({ 'shipping.city': '', 'shipping.postcode': '97110' }).reply()

  expect(reply.error).toEqual({
    'shipping.city': ['ui.errors.required'],
    'shipping.country': ['checkout.errors.territory.GP'],
  })
})

test.for([
  ['4242 4242 4242 4242', ['checkout.errors.cardNumber']],
  ['4242-4242-4242-4242 exp 12/28', ['checkout.errors.cardNumber']],
  ['carte 378282246310005', ['checkout.errors.cardNumber']],
  ['4242 4242 4242 4241', undefined],
  ['SIRET 732 829 320 00074', undefined],
  ['+33 6 12 34 56 78', undefined],
] as const)('the number of a card is not kept as part of an address: %s (A-133)', ([line, errors]) => {
  expect(read({ 'shipping.street2': line }).reply().error?.['shipping.street2']).toEqual(errors)
})
