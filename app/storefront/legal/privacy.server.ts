import { addressOf, type LegalPage } from './legal-text'

export const privacy: LegalPage = {
  fr: (seller) => ({
    title: 'Confidentialité et cookies',
    description: 'Quelles données nous gardons, pourquoi, combien de temps, et vos droits.',
    sections: [
      {
        heading: 'Responsable du traitement',
        passages: [`${seller.legalName}, ${addressOf(seller)}, ${seller.email}.`],
      },
      {
        heading: 'Ce que nous gardons, et pourquoi',
        passages: [
          [
            'Commandes : nom, adresse, e-mail, téléphone et contenu de la commande, pour exécuter le contrat et tenir nos comptes. Conservés dix ans, comme la loi le demande pour les factures.',
            'Panier : les articles choisis, sans votre nom, le temps de votre visite et des jours qui suivent.',
            "Compte, si vous en créez un : e-mail, nom et mot de passe chiffré, jusqu'à sa suppression ou trois ans sans visite.",
            'Échanges avec nous : le temps de traiter la demande, puis trois ans.',
            'Journaux techniques : adresse et heure des requêtes, pour la sécurité, un an au plus.',
          ],
          'Vos numéros de carte sont saisis sur la page de la banque : nous ne les voyons ni ne les gardons.',
        ],
      },
      {
        heading: 'Qui les reçoit',
        passages: [
          "Notre équipe, le transporteur qui livre le colis, la banque qui encaisse le paiement et notre hébergeur. Vos données ne sont ni vendues ni louées, et ne quittent pas l'Union européenne, sauf pour une livraison que vous demandez ailleurs.",
        ],
      },
      {
        heading: 'Cookies',
        passages: [
          "La boutique n'emploie que les cookies sans lesquels elle ne fonctionnerait pas ; la loi ne demande pas de consentement pour eux.",
          [
            'Le cookie de session, qui vous reconnaît une fois connecté : 7 jours.',
            'Le cookie du panier, qui retrouve vos articles : 60 jours.',
          ],
          "Aucun cookie publicitaire, aucun traceur de tiers. Si une mesure qui demande votre accord est un jour ajoutée, rien ne sera déposé avant votre choix, et refuser sera aussi simple qu'accepter.",
        ],
      },
      {
        heading: 'Vos droits',
        passages: [
          `Vous pouvez demander l'accès à vos données, leur rectification, leur effacement, leur portabilité, la limitation de leur traitement ou vous y opposer, en écrivant à ${seller.email}. Nous répondons sous un mois. Vous pouvez aussi saisir la CNIL (www.cnil.fr).`,
        ],
      },
    ],
  }),
  en: (seller) => ({
    title: 'Privacy and cookies',
    description: 'Which data we keep, why, for how long, and your rights.',
    sections: [
      {
        heading: 'Who is responsible',
        passages: [`${seller.legalName}, ${addressOf(seller)}, France, ${seller.email}.`],
      },
      {
        heading: 'What we keep, and why',
        passages: [
          [
            'Orders: name, address, e-mail, telephone and content of the order, to carry out the contract and keep our books. Kept for ten years, as the law requires for invoices.',
            'Cart: the articles chosen, without your name, during your visit and the days that follow.',
            'Account, if you open one: e-mail, name and encrypted password, until it is deleted or unused for three years.',
            'Conversations with us: while the request is open, then three years.',
            'Technical logs: address and time of requests, for security, at most one year.',
          ],
          "Your card numbers are typed on the bank's page: we neither see nor keep them.",
        ],
      },
      {
        heading: 'Who receives them',
        passages: [
          'Our team, the carrier who delivers the parcel, the bank that collects the payment, and our host. Your data are neither sold nor rented, and do not leave the European Union except for a delivery that you ask for elsewhere.',
        ],
      },
      {
        heading: 'Cookies',
        passages: [
          'The shop only uses cookies without which it would not work; the law asks no consent for them.',
          [
            'The session cookie, which knows you once signed in: 7 days.',
            'The cart cookie, which finds your articles again: 60 days.',
          ],
          'No advertising cookie, no third-party tracker. Should a measurement that needs your consent ever be added, nothing will be stored before your choice, and refusing will be as easy as accepting.',
        ],
      },
      {
        heading: 'Your rights',
        passages: [
          `You may ask to see, correct, erase, receive or restrict the use of your data, or object to it, by writing to ${seller.email}. We answer within one month. You may also turn to the French authority, the CNIL (www.cnil.fr).`,
        ],
      },
    ],
  }),
}
