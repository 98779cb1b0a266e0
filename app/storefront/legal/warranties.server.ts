import { addressOf, type LegalPage } from './legal-text'

export const warranties: LegalPage = {
  fr: (seller) => ({
    title: 'Garanties légales',
    description: 'La garantie légale de conformité et la garantie des vices cachés.',
    sections: [
      {
        heading: 'Garantie légale de conformité',
        passages: [
          "Le consommateur dispose d'un délai de deux ans à compter de la délivrance du bien pour obtenir la mise en œuvre de la garantie légale de conformité en cas d'apparition d'un défaut de conformité. Durant ce délai, le consommateur n'est tenu d'établir que l'existence du défaut de conformité et non la date d'apparition de celui-ci.",
          'La garantie légale de conformité donne au consommateur droit à la réparation ou au remplacement du bien dans un délai de trente jours suivant sa demande, sans frais et sans inconvénient majeur pour lui.',
          "Si le bien est réparé dans le cadre de la garantie légale de conformité, le consommateur bénéficie d'une extension de six mois de la garantie initiale. Si le consommateur demande la réparation du bien, mais que le vendeur impose le remplacement, la garantie légale de conformité est renouvelée pour une période de deux ans à compter de la date de remplacement du bien.",
          "Le consommateur peut obtenir une réduction du prix d'achat en conservant le bien ou mettre fin au contrat en se faisant rembourser intégralement contre restitution du bien, si :",
          [
            'le professionnel refuse de réparer ou de remplacer le bien ;',
            'la réparation ou le remplacement du bien intervient après un délai de trente jours ;',
            "la réparation ou le remplacement du bien occasionne un inconvénient majeur pour le consommateur, notamment lorsque le consommateur supporte définitivement les frais de reprise ou d'enlèvement du bien non conforme, ou s'il supporte les frais d'installation du bien réparé ou de remplacement ;",
            'la non-conformité du bien persiste en dépit de la tentative de mise en conformité du vendeur restée infructueuse.',
          ],
          "Le consommateur a également droit à une réduction du prix du bien ou à la résolution du contrat lorsque le défaut de conformité est si grave qu'il justifie que la réduction du prix ou la résolution du contrat soit immédiate. Le consommateur n'est alors pas tenu de demander la réparation ou le remplacement du bien au préalable. Il n'a pas droit à la résolution de la vente si le défaut de conformité est mineur.",
          "Toute période d'immobilisation du bien en vue de sa réparation ou de son remplacement suspend la garantie qui restait à courir jusqu'à la délivrance du bien remis en état.",
          "Les droits mentionnés ci-dessus résultent de l'application des articles L. 217-1 à L. 217-32 du code de la consommation. Le vendeur qui fait obstacle de mauvaise foi à la mise en œuvre de la garantie légale de conformité encourt une amende civile d'un montant maximal de 300 000 euros, qui peut être porté jusqu'à 10 % du chiffre d'affaires moyen annuel (article L. 241-5 du code de la consommation).",
        ],
      },
      {
        heading: 'Garantie des vices cachés',
        passages: [
          'Le consommateur bénéficie également de la garantie légale des vices cachés en application des articles 1641 à 1649 du code civil, pendant une durée de deux ans à compter de la découverte du défaut. Cette garantie donne droit à une réduction de prix si le bien est conservé ou à un remboursement intégral contre restitution du bien.',
        ],
      },
      {
        heading: 'Mettre une garantie en œuvre',
        passages: [
          `Écrivez à ${seller.email} ou à ${seller.legalName}, ${addressOf(seller)}, avec le numéro de commande, une description du défaut et, si possible, une photo. Les frais de renvoi d'un article défectueux sont à notre charge.`,
        ],
      },
    ],
  }),
  en: (seller) => ({
    title: 'Legal guarantees',
    description: 'The legal guarantee of conformity and the guarantee against hidden defects.',
    sections: [
      {
        heading: 'Legal guarantee of conformity',
        passages: [
          'The consumer has two years from delivery to invoke the legal guarantee of conformity when a lack of conformity appears. During that time the consumer only has to show that the lack of conformity exists, not when it appeared.',
          'The guarantee entitles the consumer to repair or replacement within thirty days of the request, free of charge and without major inconvenience.',
          'Goods repaired under the guarantee are covered for six more months. If the consumer asks for a repair but the seller imposes a replacement, the guarantee starts anew for two years from the replacement.',
          'The consumer may keep the goods at a reduced price, or end the contract and be refunded in full against the return of the goods, if:',
          [
            'the seller refuses to repair or replace them;',
            'repair or replacement takes more than thirty days;',
            'repair or replacement causes major inconvenience, for instance where the consumer has to bear the cost of removing the faulty goods or of installing those repaired or replaced;',
            "the lack of conformity persists despite the seller's attempt to cure it.",
          ],
          'The consumer is also entitled to a price reduction or to end the contract where the lack of conformity is so serious that it justifies doing so at once, without first asking for repair or replacement. A minor lack of conformity does not entitle the consumer to end the contract.',
          'Any time during which the goods are immobilised for repair or replacement suspends the guarantee until they are handed back.',
          'These rights follow from articles L. 217-1 to L. 217-32 of the French consumer code. A seller who obstructs the guarantee in bad faith is liable to a civil fine of up to 300,000 euros, or 10% of average annual turnover (article L. 241-5).',
        ],
      },
      {
        heading: 'Guarantee against hidden defects',
        passages: [
          'The consumer also has the guarantee against hidden defects under articles 1641 to 1649 of the French civil code, for two years from the discovery of the defect. It entitles to a price reduction if the goods are kept, or to a full refund against their return.',
        ],
      },
      {
        heading: 'How to invoke a guarantee',
        passages: [
          `Write to ${seller.email} or to ${seller.legalName}, ${addressOf(seller)}, France, with the order number, a description of the defect and, if possible, a photograph. We pay for the return of a defective article.`,
        ],
      },
    ],
  }),
}
