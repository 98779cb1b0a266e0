import { ShopLink } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { brandsByLetter } from './brands/brand-letters'

/** All brands under their letters, with a way to jump to each. */
export function BrandIndex({
  brands,
}: {
  brands: readonly { slug: string; name: string; productCount: number }[]
}) {
  const { t } = useTranslation()
  const letters = brandsByLetter(brands)
  return (
    <>
      <nav aria-label={t('catalog.brands.letters')}>
        <ul className="flex flex-wrap gap-1.5">
          {letters.map(({ letter }) => (
            <li key={letter}>
              <a
                href={`#${anchorOf(letter)}`}
                className="grid size-11 place-items-center rounded border border-paper-rule bg-white font-semibold hover:border-ink hover:text-accent"
              >
                {letter}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="mt-8 columns-1 gap-8 sm:columns-2 lg:columns-3 xl:columns-4">
        {letters.map(({ letter, brands }) => (
          <section
            key={letter}
            aria-labelledby={anchorOf(letter)}
            className="mb-6 break-inside-avoid rounded-lg border border-paper-line bg-white px-4 py-3"
          >
            <h2 id={anchorOf(letter)} className="scroll-mt-4 pb-1 text-lg text-accent">
              {letter}
            </h2>
            <ul>
              {brands.map((brand) => (
                <li key={brand.slug} className="border-t border-paper-line">
                  <ShopLink
                    to={`/brands/${brand.slug}`}
                    className="flex min-h-11 items-center justify-between gap-3 py-1 font-medium hover:text-accent"
                  >
                    {brand.name}
                    <span className="text-sm font-normal text-ink-faint tabular-nums">
                      {t('catalog.count', { count: brand.productCount })}
                    </span>
                  </ShopLink>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}

function anchorOf(letter: string): string {
  return letter === '#' ? 'other' : `letter-${letter.toLowerCase()}`
}
