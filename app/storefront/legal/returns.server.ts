import { addressOf, type LegalPage } from './legal-text'

export const returns: LegalPage = {
  fr: (seller) => ({
    title: 'Retours et rétractation',
    description: "Quatorze jours pour changer d'avis, et comment faire.",
    sections: [
      {
        heading: "Quatorze jours pour changer d'avis",
        passages: [
          "Vous pouvez vous rétracter sans donner de motif dans les quatorze jours qui suivent le jour où vous, ou la personne que vous avez désignée, avez reçu le dernier article de la commande. Si le délai s'achève un samedi, un dimanche ou un jour férié, il est prolongé jusqu'au jour ouvrable suivant.",
        ],
      },
      {
        heading: 'Comment faire',
        passages: [
          `Écrivez à ${seller.email}, ou à ${seller.legalName}, ${addressOf(seller)}, avec le numéro de commande et les articles concernés. Vous pouvez reprendre le modèle ci-dessous, sans y être obligé. Nous accusons réception sans délai par e-mail.`,
          "Renvoyez ensuite les articles sous quatorze jours, dans un emballage qui les protège. Les frais de renvoi sont à votre charge, sauf si l'article ne convient pas par notre faute (erreur d'envoi, compatibilité mal indiquée, défaut).",
        ],
      },
      {
        heading: 'Remboursement',
        passages: [
          "Nous remboursons le prix des articles et les frais de livraison standard de l'aller sous quatorze jours à compter de votre rétractation, par le moyen de paiement que vous aviez utilisé. Nous pouvons attendre d'avoir reçu les articles ou la preuve de leur envoi.",
          'Vous pouvez essayer un article comme vous le feriez en magasin. Une pièce montée sur un véhicule, ou abîmée par un essai qui va au-delà, peut donner lieu à une retenue correspondant à sa perte de valeur.',
        ],
      },
      {
        heading: 'Exceptions',
        passages: [
          [
            'Les articles fabriqués ou mis à vos mesures.',
            "Les articles descellés qui ne peuvent être renvoyés pour des raisons d'hygiène ou de protection de la santé.",
            "Les fluides et produits qui, une fois livrés, sont mélangés à d'autres de manière indissociable.",
          ],
        ],
      },
      {
        heading: 'Modèle de formulaire de rétractation',
        passages: [
          `À l'attention de ${seller.legalName}, ${addressOf(seller)}, ${seller.email} :`,
          'Je vous notifie par la présente ma rétractation du contrat portant sur la vente des biens ci-dessous.',
          [
            'Commande numéro … , commandée le … , reçue le …',
            'Articles : …',
            'Nom du consommateur : …',
            'Adresse du consommateur : …',
            "Date, et signature en cas d'envoi sur papier",
          ],
        ],
      },
    ],
  }),
  en: (seller) => ({
    title: 'Returns and withdrawal',
    description: 'Fourteen days to change your mind, and how to do it.',
    sections: [
      {
        heading: 'Fourteen days to change your mind',
        passages: [
          'You may withdraw without giving a reason within fourteen days of the day on which you, or the person you named, received the last article of the order. If the period ends on a Saturday, a Sunday or a public holiday, it runs to the next working day.',
        ],
      },
      {
        heading: 'How to do it',
        passages: [
          `Write to ${seller.email}, or to ${seller.legalName}, ${addressOf(seller)}, France, with the order number and the articles. You may use the model below, but need not. We acknowledge it by e-mail without delay.`,
          'Then send the articles back within fourteen days, packed so as to protect them. You pay for the return, unless the article is wrong through our fault (sent in error, compatibility misstated, defective).',
        ],
      },
      {
        heading: 'Refund',
        passages: [
          'We refund the price of the articles and the standard outbound delivery within fourteen days of your withdrawal, by the means of payment you used. We may wait until we have the articles or proof that they were sent.',
          'You may try an article as you would in a shop. A part fitted to a vehicle, or damaged by a trial that goes further, may be refunded less its loss of value.',
        ],
      },
      {
        heading: 'Exceptions',
        passages: [
          [
            'Articles made or cut to your measure.',
            'Unsealed articles that cannot be sent back for reasons of hygiene or health.',
            'Fluids and products which, once delivered, are inseparably mixed with others.',
          ],
        ],
      },
      {
        heading: 'Model withdrawal form',
        passages: [
          `To ${seller.legalName}, ${addressOf(seller)}, France, ${seller.email}:`,
          'I hereby give notice that I withdraw from my contract of sale of the following goods.',
          [
            'Order number … , ordered on … , received on …',
            'Articles: …',
            'Name of consumer: …',
            'Address of consumer: …',
            'Date, and signature if sent on paper',
          ],
        ],
      },
    ],
  }),
}
