import { addressOf, type LegalPage } from './legal-text'

export const mediation: LegalPage = {
  fr: (seller) => ({
    title: 'Médiation de la consommation',
    description: 'Que faire quand notre réponse ne vous satisfait pas.',
    sections: [
      {
        heading: "D'abord, nous écrire",
        passages: [
          `Exposez le litige à ${seller.email}, ou par courrier à ${seller.legalName}, ${addressOf(seller)}. Nous répondons sous dix jours ouvrés.`,
        ],
      },
      {
        heading: 'Ensuite, le médiateur',
        passages: [
          "Si notre réponse ne vous satisfait pas, ou ne vient pas dans les deux mois, vous pouvez saisir gratuitement le médiateur de la consommation dont nous relevons, dans l'année qui suit votre réclamation écrite :",
          seller.mediator,
          "La médiation est confidentielle et chacun reste libre d'en accepter la proposition. Elle ne vous prive pas de saisir le juge.",
        ],
      },
    ],
  }),
  en: (seller) => ({
    title: 'Consumer mediation',
    description: 'What to do when our answer does not satisfy you.',
    sections: [
      {
        heading: 'First, write to us',
        passages: [
          `Explain the dispute to ${seller.email}, or by post to ${seller.legalName}, ${addressOf(seller)}, France. We answer within ten working days.`,
        ],
      },
      {
        heading: 'Then, the mediator',
        passages: [
          'If our answer does not satisfy you, or does not come within two months, you may turn, free of charge and within one year of your written complaint, to the consumer mediator we belong to:',
          seller.mediator,
          'Mediation is confidential and either party is free to accept its proposal. It does not keep you from going to court.',
        ],
      },
    ],
  }),
}
