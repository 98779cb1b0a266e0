import { useLocation } from '@remix-run/react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { ShopLink } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { ArrowRightIcon, ChevronDownIcon, CloseIcon, MenuIcon } from '~/ui/icons'
import type { FamilyLink } from '../shop-layout'

/** A native disclosure, so that it opens without JavaScript; with it, it closes by itself. */
export function FamiliesMenu({ families }: { families: readonly FamilyLink[] }) {
  const { t } = useTranslation()
  const menu = useRef<HTMLDetailsElement>(null)
  const { key } = useLocation()

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the menu
  useEffect(() => {
    menu.current?.removeAttribute('open')
  }, [key])

  useEffect(() => {
    function closeOutside(event: Event) {
      if (!menu.current?.contains(event.target as Node)) menu.current?.removeAttribute('open')
    }
    document.addEventListener('pointerdown', closeOutside)
    return () => document.removeEventListener('pointerdown', closeOutside)
  }, [])

  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !menu.current?.open) return
    menu.current.open = false
    menu.current.querySelector('summary')?.focus()
  }

  return (
    <details ref={menu} onKeyDown={closeOnEscape} className="group">
      <summary
        aria-label={t('storefront.header.families')}
        className="-ml-2.5 flex flex-none min-h-11 min-w-11 items-center justify-center gap-2 rounded font-semibold text-ink select-none hover:bg-paper-sunk md:ml-0 md:min-h-12 md:border md:border-paper-edge md:px-4 md:hover:border-ink"
      >
        <MenuIcon size={24} className="group-open:hidden" />
        <CloseIcon size={24} className="hidden group-open:block" />
        <span className="hidden md:inline">{t('storefront.header.families')}</span>
        <ChevronDownIcon size={16} className="hidden transition-transform group-open:rotate-180 md:block" />
      </summary>
      <nav
        aria-label={t('storefront.header.familiesMenu')}
        className="absolute inset-x-0 top-full max-h-[calc(100svh-8rem)] overflow-y-auto border-y border-paper-line bg-white shadow-floating"
      >
        <div className="page-width py-4 md:py-8">
          <ul className="menu-links grid sm:grid-cols-2 sm:gap-x-8 lg:grid-cols-3 xl:grid-cols-4">
            {families.map((family) => (
              <li key={family.slug}>
                <ShopLink to={`/c/${family.slug}`}>{family.name}</ShopLink>
              </li>
            ))}
          </ul>
          <ShopLink
            to="/catalog"
            className="mt-4 inline-flex min-h-11 items-center gap-2 font-semibold text-accent underline-offset-4 hover:underline"
          >
            {t('storefront.header.allFamilies')}
            <ArrowRightIcon size={18} />
          </ShopLink>
        </div>
      </nav>
    </details>
  )
}
