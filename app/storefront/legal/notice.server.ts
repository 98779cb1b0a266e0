import { addressOf, type LegalPage } from './legal-text'

export const notice: LegalPage = {
  fr: (seller) => ({
    title: 'Mentions légales',
    description: `Qui édite et héberge la boutique ${seller.name}.`,
    sections: [
      {
        heading: 'Éditeur',
        passages: [
          `Cette boutique est éditée par ${seller.legalName}, au capital de ${seller.capital}, dont le siège est situé ${addressOf(seller)}.`,
          [
            `Immatriculation : ${seller.registration}`,
            `TVA intracommunautaire : ${seller.vatNumber}`,
            `E-mail : ${seller.email}`,
            `Téléphone : ${seller.phone}`,
          ],
        ],
      },
      { heading: 'Directeur de la publication', passages: [seller.publisher] },
      { heading: 'Hébergement', passages: [seller.host] },
      {
        heading: 'Propriété intellectuelle',
        passages: [
          `Les textes, les photographies et les dessins de la boutique appartiennent à ${seller.legalName} ou sont reproduits avec l'accord de leurs auteurs. Les marques citées appartiennent à leurs titulaires : elles désignent les véhicules et les pièces auxquels les articles sont destinés.`,
          'Les références des constructeurs sont données à titre de correspondance et ne signifient pas que les pièces sont de leur fabrication.',
        ],
      },
      {
        heading: 'Logiciel',
        passages: [
          'La boutique fonctionne avec Comptoir, un logiciel libre publié sous licence MIT, hébergé par le commerçant lui-même.',
        ],
      },
    ],
  }),
  en: (seller) => ({
    title: 'Legal notice',
    description: `Who publishes and hosts the shop ${seller.name}.`,
    sections: [
      {
        heading: 'Publisher',
        passages: [
          `This shop is published by ${seller.legalName}, share capital ${seller.capital}, whose registered office is at ${addressOf(seller)}, France.`,
          [
            `Company registration: ${seller.registration}`,
            `VAT number: ${seller.vatNumber}`,
            `E-mail: ${seller.email}`,
            `Telephone: ${seller.phone}`,
          ],
        ],
      },
      { heading: 'Director of publication', passages: [seller.publisher] },
      { heading: 'Hosting', passages: [seller.host] },
      {
        heading: 'Intellectual property',
        passages: [
          `The texts, photographs and drawings of this shop belong to ${seller.legalName} or are reproduced with their authors' agreement. The brands named belong to their owners: they tell which vehicles and parts an article is meant for.`,
          "Manufacturers' references are given as equivalents and do not mean that they made the parts.",
        ],
      },
      {
        heading: 'Software',
        passages: [
          'The shop runs on Comptoir, free software under the MIT licence, hosted by the shop itself.',
        ],
      },
    ],
  }),
}
