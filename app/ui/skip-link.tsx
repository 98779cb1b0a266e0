import { useTranslation } from '~/i18n/translation'

/** The first thing the tab key reaches: past the header, to `<main id="content">`. */
export function SkipLink() {
  const { t } = useTranslation()
  return (
    <a
      href="#content"
      className="sr-only focus:not-sr-only focus:fixed focus:left-4 focus:top-4 focus:z-50 focus:rounded focus:bg-ink focus:px-4 focus:py-3 focus:font-semibold focus:text-white"
    >
      {t('ui.skipToContent')}
    </a>
  )
}
