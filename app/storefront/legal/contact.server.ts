import { addressOf, type LegalPage } from './legal-text'

export const contact: LegalPage = {
  fr: (seller) => ({
    title: 'Nous écrire',
    description: 'Comment joindre la boutique.',
    sections: [
      {
        heading: 'Par e-mail',
        passages: [
          `${seller.email}. Indiquez le numéro de votre commande si vous en avez une, et pour une pièce, l'immatriculation ou le type du véhicule : la réponse en sera plus rapide. Nous répondons sous un jour ouvré.`,
        ],
      },
      {
        heading: 'Par téléphone',
        passages: [`${seller.phone}, du lundi au vendredi, de 9 h à 17 h, au prix d'un appel local.`],
      },
      { heading: 'Par courrier', passages: [`${seller.legalName}, ${addressOf(seller)}.`] },
    ],
  }),
  en: (seller) => ({
    title: 'Write to us',
    description: 'How to reach the shop.',
    sections: [
      {
        heading: 'By e-mail',
        passages: [
          `${seller.email}. Give your order number if you have one and, for a part, the registration or the type of the vehicle: the answer will be quicker. We reply within one working day.`,
        ],
      },
      {
        heading: 'By telephone',
        passages: [`${seller.phone}, Monday to Friday, 9 a.m. to 5 p.m. Paris time.`],
      },
      { heading: 'By post', passages: [`${seller.legalName}, ${addressOf(seller)}, France.`] },
    ],
  }),
}
