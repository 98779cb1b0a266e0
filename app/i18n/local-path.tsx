import { Link, type LinkProps, useLocation } from '@remix-run/react'
import { forwardRef } from 'react'
import { type Language, languageOfPath, localPath } from './language'

export function useLanguage(): Language {
  return languageOfPath(useLocation().pathname)
}

/** Turns the French path of a shop page into its path in the language of the page. */
export function useLocalPath(): (path: string) => string {
  const language = useLanguage()
  return (path) => localPath(language, path)
}

export type ShopLinkProps = Omit<LinkProps, 'to'> & { to: string }

/** A link between shop pages that stays in the language of the page. */
export const ShopLink = forwardRef<HTMLAnchorElement, ShopLinkProps>(function ShopLink(
  { to, ...props },
  ref,
) {
  const path = useLocalPath()
  return <Link ref={ref} to={to.startsWith('/') ? path(to) : to} {...props} />
})
