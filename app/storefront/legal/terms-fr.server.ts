import { addressOf, type LegalText, type Seller } from './legal-text'

export function termsInFrench(seller: Seller): LegalText {
  return {
    title: 'Conditions générales de vente',
    description: `Ce à quoi ${seller.name} et vous vous engagez à chaque commande.`,
    sections: [
      {
        heading: '1. Objet',
        passages: [
          `Ces conditions s'appliquent à toute commande passée sur la boutique ${seller.name} par un consommateur auprès de ${seller.legalName}, ${addressOf(seller)}. La version applicable est celle en ligne le jour de la commande ; elle est jointe à l'e-mail de confirmation.`,
        ],
      },
      {
        heading: '2. Articles',
        passages: [
          "Les caractéristiques essentielles de chaque article figurent sur sa page : désignation, références, dimensions, état, compatibilités. En cas de doute sur la compatibilité d'une pièce avec un véhicule, écrivez-nous avant de commander.",
          'Les offres sont valables tant que les articles sont visibles et dans la limite du stock affiché, qui est lu en temps réel.',
        ],
      },
      {
        heading: '3. Prix',
        passages: [
          'Les prix sont en euros, toutes taxes comprises, hors frais de livraison. Les frais de livraison sont calculés selon le poids et la destination et affichés avant la validation de la commande. Le prix payé est celui affiché au moment où vous validez.',
          "Lorsqu'un prix est annoncé réduit, le prix barré est le prix le plus bas pratiqué au cours des trente jours précédant la réduction.",
        ],
      },
      {
        heading: '4. Commande',
        passages: [
          "La commande se passe en quatre étapes : adresse, livraison, vérification, paiement. Vous pouvez corriger chaque étape jusqu'au bouton « Commander et payer », qui vaut commande avec obligation de paiement.",
          "Le contrat est conclu quand le paiement est confirmé ; un e-mail de confirmation récapitule la commande sur un support durable. Aucun compte n'est nécessaire.",
          'Les contrats et les factures sont archivés pendant dix ans et communiqués sur demande.',
        ],
      },
      {
        heading: '5. Paiement',
        passages: [
          'Le paiement se fait par carte bancaire, sur la page de la banque, avec authentification forte. Vos numéros de carte ne passent jamais par la boutique. La carte est débitée à la commande.',
          'Si un paiement nous parvient pour une commande que nous ne pouvons plus servir, il est remboursé en totalité sur le moyen de paiement utilisé, sans démarche de votre part.',
        ],
      },
      {
        heading: '6. Livraison',
        passages: [
          "Les articles sont livrés à l'adresse indiquée, dans le délai annoncé lors de la commande et au plus tard trente jours après celle-ci. Passé ce délai, vous pouvez nous mettre en demeure de livrer dans un délai supplémentaire raisonnable, puis résoudre le contrat ; le remboursement intervient alors sous quatorze jours.",
          "Le risque de perte ou d'endommagement vous est transféré quand vous, ou la personne que vous avez désignée, prenez physiquement possession du colis.",
        ],
      },
      {
        heading: '7. Droit de rétractation',
        passages: [
          'Vous disposez de quatorze jours à compter de la réception du dernier article pour vous rétracter, sans motif et sans autre frais que le renvoi. Les modalités et un modèle de formulaire figurent à la page « Retours et rétractation ».',
          "Sont exclus les articles confectionnés à votre demande et ceux qui, descellés après la livraison, ne peuvent être renvoyés pour des raisons d'hygiène ou de protection de la santé.",
        ],
      },
      {
        heading: '8. Garanties',
        passages: [
          "Tous les articles, neufs ou d'occasion, bénéficient de la garantie légale de conformité et de la garantie contre les vices cachés. Leurs conditions sont reproduites à la page « Garanties légales ».",
        ],
      },
      {
        heading: '9. Responsabilité',
        passages: [
          "Le montage d'une pièce de sécurité (freinage, direction, suspension) doit être confié à une personne compétente et suivre les instructions du constructeur du véhicule. Un montage contraire à ces instructions exclut notre responsabilité pour les dommages qui en résultent, sans limiter vos droits légaux.",
        ],
      },
      {
        heading: '10. Données personnelles',
        passages: [
          'Les données nécessaires au traitement de la commande sont traitées comme le décrit la page « Confidentialité et cookies ».',
        ],
      },
      {
        heading: '11. Réclamations, médiation et droit applicable',
        passages: [
          `Toute réclamation peut être adressée à ${seller.email} ou ${addressOf(seller)}. Si notre réponse ne vous satisfait pas, vous pouvez saisir gratuitement le médiateur de la consommation : ${seller.mediator}.`,
          'Les ventes sont soumises au droit français. Le consommateur qui réside dans un autre pays conserve la protection des règles impératives de ce pays et peut saisir les tribunaux de son domicile.',
        ],
      },
    ],
  }
}
