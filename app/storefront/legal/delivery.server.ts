import type { LegalPage } from './legal-text'

export const delivery: LegalPage = {
  fr: (seller) => ({
    title: 'Livraison',
    description: 'Délais, destinations et frais de livraison.',
    sections: [
      {
        heading: 'Préparation',
        passages: [
          'Une commande payée avant midi, un jour ouvré, part en principe le jour même ; les autres partent le jour ouvré suivant. Un e-mail vous donne le numéro de suivi dès que le colis est remis au transporteur.',
        ],
      },
      {
        heading: 'Destinations et frais',
        passages: [
          "Nous livrons en France métropolitaine, dans l'Union européenne et outre-mer. Les frais dépendent du poids du colis, de la destination et du mode choisi : à domicile, en point relais ou en express, selon la destination.",
          "Le panier estime les frais avant même que vous donniez votre adresse : il suffit de choisir le pays. Lorsqu'un montant d'achat donne droit à la livraison offerte, le panier le dit.",
          "Outre-mer, les droits et l'octroi de mer éventuels sont à la charge du destinataire.",
        ],
      },
      {
        heading: 'À la réception',
        passages: [
          "Vérifiez le colis devant le livreur. S'il est abîmé, notez-le sur le bon de livraison ou refusez-le, et prévenez-nous avec une photo : cela facilite les recherches auprès du transporteur, sans que vos droits en dépendent.",
        ],
      },
      {
        heading: 'Un colis en retard ou perdu',
        passages: [
          `Écrivez à ${seller.email} avec le numéro de commande. Nous ouvrons une enquête auprès du transporteur et, si le colis ne reparaît pas, nous renvoyons les articles ou vous remboursons, à votre choix.`,
        ],
      },
    ],
  }),
  en: (seller) => ({
    title: 'Delivery',
    description: 'Delivery times, destinations and costs.',
    sections: [
      {
        heading: 'Preparation',
        passages: [
          'An order paid before noon on a working day normally leaves the same day; others leave on the next working day. An e-mail gives you the tracking number as soon as the carrier has the parcel.',
        ],
      },
      {
        heading: 'Destinations and costs',
        passages: [
          'We deliver to mainland France, the European Union and the French overseas territories. Costs depend on the weight of the parcel, the destination and the method: to your home, to a pickup point or express, where available.',
          'The cart estimates the cost before you give an address: choosing the country is enough. When an amount of purchase makes delivery free, the cart says so.',
          'Overseas, any duties and local taxes are paid by the recipient.',
        ],
      },
      {
        heading: 'When it arrives',
        passages: [
          'Check the parcel in front of the driver. If it is damaged, note it on the delivery slip or refuse it, and tell us with a photograph: it helps the claim with the carrier, though your rights do not depend on it.',
        ],
      },
      {
        heading: 'A late or lost parcel',
        passages: [
          `Write to ${seller.email} with the order number. We open an enquiry with the carrier and, if the parcel does not turn up, send the articles again or refund you, as you choose.`,
        ],
      },
    ],
  }),
}
