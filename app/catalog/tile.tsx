import { ShopLink } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { Picture } from '~/media/picture'
import type { Image } from './image-columns.server'
import { PicturePlaceholder } from './picture-placeholder'

type TileProps = {
  to: string
  name: string
  image: Image | null
  productCount: number
  headingLevel?: 'h2' | 'h3'
  priority?: boolean
}

/** A family or a range: its picture, its name, how much there is of it. */
export function Tile({ to, name, image, productCount, headingLevel: Heading = 'h3', priority }: TileProps) {
  const { t } = useTranslation()
  return (
    <article className="sheet-link group h-full">
      <div className="aspect-square overflow-hidden border-b border-paper-line bg-paper-sunk">
        {image ? (
          <Picture
            file={image}
            alt=""
            sizes="(min-width: 80rem) 15rem, (min-width: 40rem) 25vw, 50vw"
            priority={priority}
            widest={640}
            className="size-full object-cover transition-transform duration-300 group-hover:scale-104"
          />
        ) : (
          <PicturePlaceholder />
        )}
      </div>
      <div className="px-3 py-2.5 sm:px-4 sm:py-3">
        <Heading className="text-sm leading-5 font-semibold hyphens-auto sm:text-base sm:leading-6">
          <ShopLink to={to} prefetch className="sheet-link-cover">
            {name}
          </ShopLink>
        </Heading>
        <p className="text-xs text-ink-faint tabular-nums sm:text-sm">
          {t('catalog.count', { count: productCount })}
        </p>
      </div>
    </article>
  )
}
