import type { Image } from '~/catalog/image-columns.server'
import { PicturePlaceholder } from '~/catalog/picture-placeholder'
import { useTranslation } from '~/i18n/translation'
import { Picture } from '~/media/picture'

const SIZES = '(min-width: 64rem) 40rem, 100vw'

/** One large picture and the others to choose from: radio buttons, so that no script is needed. */
export function Gallery({ name, images }: { name: string; images: readonly Image[] }) {
  const { t } = useTranslation()
  const [first, ...others] = images
  const sheet = 'aspect-square overflow-hidden rounded-lg border border-paper-line bg-white'

  if (!first)
    return (
      <div className={sheet}>
        <PicturePlaceholder />
        <span className="sr-only">{t('shelf.noImage')}</span>
      </div>
    )
  if (others.length === 0)
    return (
      <div className={sheet}>
        <Picture file={first} alt={name} sizes={SIZES} priority className="size-full object-contain" />
      </div>
    )
  return (
    <fieldset>
      <legend className="sr-only">{t('shelf.gallery', { name })}</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(4.5rem,1fr))] gap-2">
        {images.map((image, index) => (
          <GalleryPicture key={image.hash} image={image} name={name} number={index + 1} />
        ))}
      </div>
    </fieldset>
  )
}

function GalleryPicture({ image, name, number }: { image: Image; name: string; number: number }) {
  const { t } = useTranslation()
  const id = `view-${number}`
  const isFirst = number === 1
  return (
    <div className="contents">
      <input type="radio" id={id} name="view" defaultChecked={isFirst} className="peer sr-only" />
      <div className="col-span-full row-start-1 hidden aspect-square overflow-hidden rounded-lg border border-paper-line bg-white peer-checked:block">
        <Picture
          file={image}
          alt={t('shelf.image', { name, number })}
          sizes={SIZES}
          priority={isFirst}
          className="size-full object-contain"
        />
      </div>
      <label
        htmlFor={id}
        className="row-start-2 block aspect-square cursor-pointer overflow-hidden rounded border border-paper-line bg-white peer-checked:border-accent peer-checked:ring-1 peer-checked:ring-accent hover:border-ink peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent"
      >
        <span className="sr-only">{t('shelf.image', { name, number })}</span>
        <Picture file={image} alt="" sizes="5rem" widest={320} className="size-full object-cover" />
      </label>
    </div>
  )
}
