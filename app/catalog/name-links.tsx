import { ShopLink } from '~/i18n/local-path'

/** Names of families or ranges, each a way to it. */
export function NameLinks({ links }: { links: readonly { to: string; name: string; count?: number }[] }) {
  return (
    <ul className="-mx-4 flex gap-2 overflow-x-auto px-4 pb-1 sm:mx-0 sm:flex-wrap sm:px-0">
      {links.map((link) => (
        <li key={link.to}>
          <ShopLink
            to={link.to}
            className="inline-flex min-h-11 whitespace-nowrap items-center gap-2 rounded-full border border-paper-rule bg-white px-4 text-sm font-medium hover:border-ink hover:text-accent"
          >
            {link.name}
            {link.count !== undefined && (
              <span className="text-xs text-ink-faint tabular-nums">{link.count}</span>
            )}
          </ShopLink>
        </li>
      ))}
    </ul>
  )
}
