/** Who sells: what the law wants said on the site, in mails and on invoices. */
export type ShopDetails = {
  name: string
  legalName: string
  legalForm: string
  capital: string
  address: string
  postcode: string
  city: string
  country: string
  registration: string
  vatNumber: string
  email: string
  phone: string
  publisher: string
  host: { name: string; address: string }
  mediator: { name: string; address: string; url: string }
  /** The owner has not filled in the details yet: those shown are invented. */
  isDemonstration: boolean
}

/** An invented company, shown until the owner gives theirs. */
export const DEMONSTRATION_SHOP: ShopDetails = {
  name: 'Comptoir',
  legalName: 'Comptoir Démonstration',
  legalForm: 'SAS',
  capital: '10 000 €',
  address: '12 rue de l’Exemple',
  postcode: '75000',
  city: 'Paris',
  country: 'France',
  registration: 'RCS Paris 000 000 000',
  vatNumber: 'FR00000000000',
  email: 'boutique@comptoir.test',
  phone: '01 99 00 00 00',
  publisher: 'Camille Exemple',
  host: { name: 'Hébergeur Exemple', address: '1 quai de l’Exemple, 75000 Paris, France' },
  mediator: {
    name: 'Médiateur Exemple',
    address: '2 place de l’Exemple, 75000 Paris, France',
    url: 'https://mediateur.example',
  },
  isDemonstration: true,
}
