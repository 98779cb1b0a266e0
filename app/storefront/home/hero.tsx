import { Form } from '@remix-run/react'
import type { Image } from '~/catalog/image-columns.server'
import { formatNumber } from '~/i18n/format'
import { ShopLink, useLocalPath } from '~/i18n/local-path'
import { useLanguage, useTranslation } from '~/i18n/translation'
import { Picture } from '~/media/picture'
import { Button } from '~/ui/button'
import { SearchIcon } from '~/ui/icons'

export type HeroProps = {
  productCount: number
  brandCount: number
  /** Ways to what many look for. */
  popular: readonly { to: string; name: string }[]
  pictures: readonly Image[]
}

/** The first thing seen: what the shop has, and the search. */
export function Hero({ productCount, brandCount, popular, pictures }: HeroProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <section className="border-b border-paper-line bg-paper-sunk">
      <div className="page-width grid items-center gap-10 py-8 sm:py-12 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:py-16">
        <div>
          <h1 className="max-w-[14ch] text-3xl sm:text-4xl">{t('storefront.front.heading')}</h1>
          <p className="mt-4 max-w-reading text-lg text-ink-soft">
            {t('storefront.front.text', {
              products: formatNumber(productCount, language),
              brands: formatNumber(brandCount, language),
            })}
          </p>
          <HeroSearch />
          <p className="mt-6 text-sm font-semibold text-ink-soft" id="popular">
            {t('storefront.front.popular')}
          </p>
          <ul aria-labelledby="popular" className="mt-1 flex flex-wrap gap-x-5">
            {popular.map((range) => (
              <li key={range.to}>
                <ShopLink
                  to={range.to}
                  className="inline-flex min-h-11 items-center text-sm text-accent underline decoration-accent-soft underline-offset-4 hover:decoration-accent sm:min-h-9"
                >
                  {range.name}
                </ShopLink>
              </li>
            ))}
          </ul>
        </div>
        <Collage pictures={pictures} />
      </div>
    </section>
  )
}

/** On a narrow screen the header's own search is right above. */
function HeroSearch() {
  const { t } = useTranslation()
  const path = useLocalPath()
  return (
    <Form
      action={path('/search')}
      role="search"
      aria-label={t('storefront.front.search')}
      className="mt-6 hidden max-w-xl gap-3 md:flex"
    >
      <input
        type="search"
        name="q"
        required
        maxLength={200}
        enterKeyHint="search"
        aria-label={t('storefront.front.search')}
        placeholder={t('storefront.front.searchHint')}
        className="control min-h-13 flex-1 text-lg"
      />
      <Button size="large">
        <SearchIcon size={20} />
        {t('storefront.front.searchButton')}
      </Button>
    </Form>
  )
}

const PICTURES = 6

/** A few things of the shop side by side; decoration, so it is left out where room is short. */
function Collage({ pictures }: Pick<HeroProps, 'pictures'>) {
  if (pictures.length < PICTURES) return null
  return (
    <ul aria-hidden="true" className="hidden grid-cols-3 gap-3 lg:grid">
      {pictures.slice(0, PICTURES).map((picture) => (
        <li
          key={picture.hash}
          className="aspect-square overflow-hidden rounded-lg border border-paper-line bg-white"
        >
          <Picture file={picture} alt="" sizes="10rem" widest={320} className="size-full object-cover" />
        </li>
      ))}
    </ul>
  )
}
