import { addressOf, type LegalText, type Seller } from './legal-text'

export function termsInEnglish(seller: Seller): LegalText {
  return {
    title: 'Terms of sale',
    description: `What ${seller.name} and you undertake with each order.`,
    sections: [
      {
        heading: '1. Scope',
        passages: [
          `These terms apply to every order placed in the shop ${seller.name} by a consumer with ${seller.legalName}, ${addressOf(seller)}, France. The version in force is the one online on the day of the order; it comes with the confirmation e-mail. Should the two languages differ, the French version prevails, except where the law of your country gives you more.`,
        ],
      },
      {
        heading: '2. Articles',
        passages: [
          'The essential characteristics of each article are on its page: name, references, dimensions, condition, compatibility. If you doubt that a part fits a vehicle, write to us before ordering.',
          'Offers are valid while the articles are shown, within the stock displayed, which is read in real time.',
        ],
      },
      {
        heading: '3. Prices',
        passages: [
          'Prices are in euros, all taxes included, delivery extra. Delivery is computed from weight and destination and shown before you confirm the order. The price you pay is the one shown when you confirm.',
          'Where a price is announced as reduced, the price struck through is the lowest one asked during the thirty days before the reduction.',
        ],
      },
      {
        heading: '4. Orders',
        passages: [
          'An order takes four steps: address, delivery, review, payment. You can correct each of them until the button "Order and pay", which places an order with an obligation to pay.',
          'The contract is made when the payment is confirmed; a confirmation e-mail sums up the order on a durable medium. No account is needed.',
          'Contracts and invoices are kept for ten years and provided on request.',
        ],
      },
      {
        heading: '5. Payment',
        passages: [
          "Payment is by bank card, on the bank's own page, with strong authentication. Your card numbers never pass through the shop. The card is charged when you order.",
          'If a payment reaches us for an order that we can no longer serve, it is refunded in full to the means of payment used, with nothing for you to do.',
        ],
      },
      {
        heading: '6. Delivery',
        passages: [
          'Articles are delivered to the address given, within the time announced with the order and at the latest thirty days after it. Beyond that you may ask us to deliver within a reasonable further period, then end the contract; you are then refunded within fourteen days.',
          'The risk of loss or damage passes to you when you, or the person you named, take physical possession of the parcel.',
        ],
      },
      {
        heading: '7. Right of withdrawal',
        passages: [
          'You have fourteen days from the receipt of the last article to withdraw, without giving a reason and at no other cost than the return. The procedure and a model form are on the page "Returns and withdrawal".',
          'Articles made to your order, and those that cannot be sent back for reasons of hygiene or health once unsealed, are excluded.',
        ],
      },
      {
        heading: '8. Guarantees',
        passages: [
          'All articles, new or second-hand, come with the legal guarantee of conformity and the guarantee against hidden defects. Their terms are on the page "Legal guarantees".',
        ],
      },
      {
        heading: '9. Liability',
        passages: [
          'A safety part (brakes, steering, suspension) must be fitted by a competent person following the instructions of the vehicle maker. Fitting against these instructions excludes our liability for the resulting damage, without limiting your legal rights.',
        ],
      },
      {
        heading: '10. Personal data',
        passages: [
          'The data needed to carry out an order are used as the page "Privacy and cookies" describes.',
        ],
      },
      {
        heading: '11. Complaints, mediation and governing law',
        passages: [
          `Complaints may be sent to ${seller.email} or ${addressOf(seller)}, France. If our answer does not satisfy you, you may turn, free of charge, to the consumer mediator: ${seller.mediator}.`,
          'Sales are governed by French law. Consumers who live in another country keep the protection of its mandatory rules and may go to the courts of their home.',
        ],
      },
    ],
  }
}
