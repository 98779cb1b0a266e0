import { ShopLink } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { classNames } from '~/ui/class-names'
import type { LegalText, Passage } from './legal/legal-text'

export function LegalArticle({
  text,
  pages,
  current,
}: {
  text: LegalText
  pages: readonly { page: string; title: string }[]
  current: string | undefined
}) {
  const { t } = useTranslation()
  return (
    <div className="mt-6 grid gap-10 lg:grid-cols-[16rem_minmax(0,1fr)] lg:gap-16">
      <article className="lg:order-last">
        <h1 className="text-2xl sm:text-3xl">{text.title}</h1>
        <p className="mt-2 text-lg text-ink-soft">{text.description}</p>
        <div className="reading mt-2">
          {text.sections.map((section) => (
            <section key={section.heading}>
              <h2>{section.heading}</h2>
              {section.passages.map((passage) => (
                <Said key={String(passage)} passage={passage} />
              ))}
            </section>
          ))}
        </div>
      </article>
      <nav aria-label={t('storefront.legalPages')}>
        <ul className="border-l border-paper-rule">
          {pages.map(({ page, title }) => (
            <li key={page}>
              <ShopLink
                to={`/legal/${page}`}
                aria-current={page === current ? 'page' : undefined}
                className={classNames(
                  '-ml-px flex min-h-10 items-center border-l-2 pl-4 text-sm',
                  page === current
                    ? 'border-accent font-semibold text-ink'
                    : 'border-transparent text-ink-soft hover:text-accent',
                )}
              >
                {title}
              </ShopLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}

function Said({ passage }: { passage: Passage }) {
  if (typeof passage === 'string') return <p>{passage}</p>
  return (
    <ul>
      {passage.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  )
}
