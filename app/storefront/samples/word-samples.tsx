import { Badge, StatusDot } from '~/ui/badge'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button, ButtonLink } from '~/ui/button'
import { CartIcon, CheckIcon } from '~/ui/icons'
import { Notice } from '~/ui/notice'
import { Pagination } from '~/ui/pagination'
import { Price } from '~/ui/price'
import { Spinner } from '~/ui/spinner'
import { Sample, Samples } from './sample'

export function WordSamples() {
  return (
    <Samples title="Actions and signs">
      <Sample name="Button">
        <div className="flex flex-wrap items-center gap-3">
          <Button>Commander et payer</Button>
          <Button variant="secondary">Modifier</Button>
          <Button variant="quiet">Annuler</Button>
          <Button variant="danger">Supprimer</Button>
          <Button pending>Commander et payer</Button>
          <Button disabled>Épuisé</Button>
        </div>
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <Button size="large">
            <CartIcon size={22} />
            Ajouter au panier
          </Button>
          <Button size="small" variant="secondary">
            Appliquer
          </Button>
          <ButtonLink to="/catalog" variant="secondary">
            Voir le catalogue
          </ButtonLink>
        </div>
      </Sample>
      <Sample name="Price">
        <div className="flex flex-wrap items-baseline gap-8">
          <Price cents={123_450} size="large" />
          <Price cents={4_990} beforeCents={6_490} size="large" />
          <Price cents={1_890} from size="medium" />
          <Price cents={250} size="small" />
        </div>
      </Sample>
      <Sample name="Badge, StatusDot">
        <div className="flex flex-wrap items-center gap-3">
          <Badge>Neuf</Badge>
          <Badge tone="accent">−20 %</Badge>
          <Badge tone="success" icon={<CheckIcon size={12} strokeWidth={3} />}>
            Payée
          </Badge>
          <Badge tone="warning">En attente</Badge>
          <Badge tone="danger">Annulée</Badge>
          <Badge tone="notice">Expédiée</Badge>
        </div>
        <div className="mt-3 flex flex-wrap gap-6">
          <StatusDot tone="success">En stock</StatusDot>
          <StatusDot tone="warning">Plus que 3</StatusDot>
          <StatusDot tone="danger">Épuisé</StatusDot>
          <StatusDot>Sur commande</StatusDot>
        </div>
      </Sample>
      <Sample name="Notice">
        <div className="grid gap-3 md:grid-cols-2">
          <Notice title="Livraison offerte dès 80 €">Il vous manque 12,40 €.</Notice>
          <Notice
            tone="success"
            title="Ajouté au panier"
            action={
              <ButtonLink to="/cart" size="small">
                Voir le panier
              </ButtonLink>
            }
          />
          <Notice tone="warning" title="Le prix a changé">
            Il était de 24,90 € lors de votre dernière visite.
          </Notice>
          <Notice tone="danger" title="Paiement refusé">
            Votre banque n'a pas accepté la carte. Rien n'a été débité.
          </Notice>
        </div>
      </Sample>
      <Sample name="Breadcrumbs">
        <Breadcrumbs
          crumbs={[
            { label: 'Accueil', to: '/' },
            { label: 'Freinage', to: '/c/freinage' },
            { label: 'Disques de frein' },
          ]}
        />
      </Sample>
      <Sample name="Pagination">
        <Pagination page={7} pageCount={24} hrefOf={(page) => `?page=${page}`} />
      </Sample>
      <Sample name="Spinner">
        <Spinner label="Un instant" />
      </Sample>
    </Samples>
  )
}
