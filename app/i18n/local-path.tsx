import { FollowedLink, type FollowedLinkProps } from '~/ui/followed-link'
import { localPath } from './language'
import { useLanguage } from './translation'

/** Turns the French path of a shop page into its path in the language of the page. */
export function useLocalPath(): (path: string) => string {
  const language = useLanguage()
  return (path) => localPath(language, path)
}

/** A link between shop pages that stays in the language of the page. */
export function ShopLink({ to, ...props }: FollowedLinkProps) {
  const path = useLocalPath()
  return <FollowedLink to={to.startsWith('/') ? path(to) : to} {...props} />
}
