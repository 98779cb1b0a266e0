import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AddToCartForm } from '~/cart/add-to-cart-form'
import { findVisitorCart } from '~/cart/visitor-cart.server'
import { changeTag } from '~/changes'
import { estimatesHoldUntil } from '~/delivery/delivery-estimate'
import { estimateDelivery } from '~/delivery/delivery-queries.server'
import { languageOf, localPath } from '~/i18n/language'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { imageUrl } from '~/media/image-sizes'
import { formatMoney } from '~/money/format'
import { ProductPage } from '~/shelf/product-page'
import { findProductOnShelf } from '~/shelf/shelf-queries.server'
import { tradeNumbers } from '~/shelf/trade-numbers'
import { variantPath } from '~/shelf/variant-chooser'
import { inShort } from '~/storefront/in-short'
import { movedOrMissing } from '~/storefront/moved-or-missing.server'
import { pageMeta } from '~/storefront/page-meta'
import { ProductData } from '~/storefront/product-data'
import { Trail } from '~/storefront/trail'
import { findChosenVehicle } from '~/vehicles/chosen-vehicle.server'
import { CompatibleVehicles } from '~/vehicles/compatible-vehicles'
import { findFittedVehicles } from '~/vehicles/compatible-vehicles.server'
import { answerFit } from '~/vehicles/fit-answer.server'
import { FitBanner } from '~/vehicles/fit-banner'

export const handle = { access: 'public' } satisfies RouteHandle

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { slug = '' } = params
  const language = languageOf(request)
  const sku = new URL(request.url).searchParams.get('variant')
  const [cart, account, mine] = await Promise.all([
    findVisitorCart(context, request),
    context.findAccount(),
    findChosenVehicle(context, request),
  ])
  const visitor = { cartId: cart?.id, level: account?.level }
  const { page } = context
  const shelf = await findProductOnShelf(context, { slug, sku, language, page, ...visitor })
  if (!shelf) {
    const pathOf = (current: string) => localPath(language, `/p/${current}`)
    throw await movedOrMissing(context.db, { kind: 'product', slug, pathOf })
  }

  const { product, chosen } = shelf
  page.shows(changeTag.fitments)
  page.holdsUntil(estimatesHoldUntil())
  const delivery = await estimateDelivery(context, {
    weightGrams: chosen.weightGrams,
    itemsCents: chosen.unitCents,
    language,
  })
  const { scope, compatible } = await findFittedVehicles(context, { productId: product.id, language })
  const fit = await answerFit(context.db, { productId: product.id, scope, mine })
  const description = translator(language)('shelf.metaDescription', {
    name: product.name,
    brand: product.brand.name,
    price: formatMoney(chosen.unitCents, language),
    text: product.description,
  })
  return {
    ...shelf,
    delivery,
    vehicle: mine?.vehicle ?? null,
    fit,
    compatible,
    numbers: tradeNumbers(product.references, product.brand.name),
    description: inShort(description),
  }
}

export const meta: MetaFunction<typeof loader> = (args) => {
  const { data } = args
  const image = data?.product.images[0]
  return pageMeta(
    args,
    data && {
      title: data.product.name,
      description: data.description,
      type: 'product',
      canonicalPath: `/p/${data.product.slug}`,
      image: image && imageUrl({ hash: image.hash, width: 960, format: 'webp' }),
    },
  )
}

export default function ProductRoute() {
  const { product, variants, chosen, tiers, related, numbers, ...page } = useLoaderData<typeof loader>()
  const { delivery, description, vehicle, fit, compatible } = page
  const { family, range } = product
  const path = `/p/${product.slug}`
  return (
    <div className="page-width py-4 sm:py-6">
      <Trail
        path={path}
        crumbs={[
          { label: family.name, to: `/c/${family.slug}` },
          { label: range.name, to: `/c/${family.slug}/${range.slug}` },
          { label: product.name },
        ]}
      />
      <ProductData
        product={{
          path,
          name: product.name,
          description,
          brandName: product.brand.name,
          numbers,
          images: product.images.map(({ hash }) => imageUrl({ hash, width: 960, format: 'webp' })),
          offers: variants.map(({ sku, unitCents, available }) => ({
            sku,
            unitCents,
            available,
            path: variants.length > 1 ? variantPath(product.slug, sku) : path,
          })),
        }}
      />
      <div className="mt-3 sm:mt-4">
        <ProductPage
          product={product}
          variants={variants}
          chosen={chosen}
          tiers={tiers}
          weightGrams={chosen.weightGrams}
          related={related}
          delivery={delivery}
          fit={<FitBanner answer={fit} vehicle={vehicle} range={{ ...range, family }} />}
          compatible={<CompatibleVehicles {...compatible} all={`${path}/vehicles`} />}
          addToCart={
            <AddToCartForm
              key={chosen.id}
              variantId={chosen.id}
              available={chosen.available}
              name={product.name}
            />
          }
        />
      </div>
    </div>
  )
}
