import { ButtonLink } from '~/ui/button'
import { Card } from '~/ui/card'
import { DescriptionList } from '~/ui/description-list'
import { type Drawing, Drawn } from '~/ui/drawings'
import { EmptyState } from '~/ui/empty-state'
import { Price } from '~/ui/price'
import { Steps } from '~/ui/steps'
import { Table } from '~/ui/table'
import { Timeline } from '~/ui/timeline'
import { Sample, Samples } from './sample'

const DRAWINGS: Drawing[] = [
  'empty-shelf',
  'empty-cart',
  'nothing-found',
  'lost-way',
  'closed-door',
  'broken-gear',
  'unplugged',
]

const LINES = [
  { sku: 'CP-2041', name: 'Plaquettes de frein avant', quantity: 1, cents: 3_490 },
  { sku: 'CP-7730', name: 'Disque de frein ventilé, 280 mm', quantity: 2, cents: 8_980 },
]

export function PageSamples() {
  return (
    <Samples title="Parts of a page">
      <Sample name="Steps">
        <Card className="max-w-2xl">
          <Steps
            current={1}
            steps={[
              { label: 'Adresse', to: '/checkout' },
              { label: 'Livraison' },
              { label: 'Vérification' },
              { label: 'Paiement' },
            ]}
          />
        </Card>
      </Sample>
      <Sample name="Table">
        <Card className="max-w-2xl">
          <Table
            caption="Articles"
            rows={LINES}
            keyOf={(line) => line.sku}
            columns={[
              { key: 'sku', heading: 'Référence', cell: (line) => line.sku },
              { key: 'name', heading: 'Article', cell: (line) => line.name },
              { key: 'quantity', heading: 'Quantité', numeric: true, cell: (line) => line.quantity },
              { key: 'price', heading: 'Prix', numeric: true, cell: (line) => <Price cents={line.cents} /> },
            ]}
          />
        </Card>
      </Sample>
      <Sample name="DescriptionList">
        <div className="grid max-w-4xl gap-6 md:grid-cols-2">
          <Card title="Caractéristiques">
            <DescriptionList
              entries={[
                { key: 'axle', term: 'Essieu', details: 'Avant' },
                { key: 'diameter', term: 'Diamètre', details: '280 mm' },
                { key: 'brand', term: 'Marque', details: 'Brembo' },
              ]}
            />
          </Card>
          <Card title="Récapitulatif">
            <DescriptionList
              sums
              entries={[
                { key: 'goods', term: 'Articles', details: <Price cents={12_470} /> },
                { key: 'delivery', term: 'Livraison', details: <Price cents={690} /> },
                { key: 'total', term: 'Total TTC', details: <Price cents={13_160} />, strong: true },
              ]}
            />
          </Card>
        </div>
      </Sample>
      <Sample name="Timeline">
        <Card className="max-w-md">
          <Timeline
            current={1}
            events={[
              { key: 'placed', title: 'Commande passée', at: '2026-11-18T09:12:00Z' },
              { key: 'paid', title: 'Paiement reçu', at: '2026-11-18T09:13:00Z', text: 'Par carte.' },
              { key: 'shipped', title: 'Expédition' },
              { key: 'delivered', title: 'Livraison' },
            ]}
          />
        </Card>
      </Sample>
      <Sample name="EmptyState">
        <Card padded={false}>
          <EmptyState
            drawing="empty-cart"
            title="Votre panier est vide"
            headingLevel="h3"
            actions={<ButtonLink to="/catalog">Parcourir les rayons</ButtonLink>}
          >
            Les articles que vous ajoutez vous attendent ici 30 minutes.
          </EmptyState>
        </Card>
      </Sample>
      <Sample name="Drawn">
        <ul className="grid grid-cols-2 gap-6 md:grid-cols-4">
          {DRAWINGS.map((drawing) => (
            <li
              key={drawing}
              className="rounded-lg border border-paper-line bg-white p-4 text-xs text-ink-faint"
            >
              <Drawn drawing={drawing} className="w-full" />
              {drawing}
            </li>
          ))}
        </ul>
      </Sample>
    </Samples>
  )
}
