import type { ButtonHTMLAttributes } from 'react'
import { ShopLink } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { classNames } from './class-names'
import type { FollowedLinkProps } from './followed-link'
import { Spinner } from './spinner'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'medium' | 'large'

type Look = { variant?: ButtonVariant; size?: ButtonSize; block?: boolean; className?: string }

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-white border-accent hover:bg-accent-deep hover:border-accent-deep shadow-low',
  secondary: 'bg-white text-ink border-paper-edge hover:border-ink hover:bg-paper',
  quiet: 'bg-transparent text-ink border-transparent hover:bg-paper-sunk',
  danger: 'bg-white text-danger border-danger hover:bg-danger-wash',
}

const SIZES: Record<ButtonSize, string> = {
  small: 'min-h-9 px-3 text-sm gap-1.5',
  medium: 'min-h-11 px-4 text-base gap-2',
  large: 'min-h-13 px-6 text-lg gap-2.5',
}

function lookOf({ variant = 'primary', size = 'medium', block, className }: Look): string {
  return classNames(
    'inline-flex items-center justify-center rounded border font-semibold whitespace-nowrap select-none',
    'transition-colors duration-100 disabled:opacity-50 aria-disabled:opacity-50',
    VARIANTS[variant],
    SIZES[size],
    block && 'w-full',
    className,
  )
}

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & Look & { pending?: boolean }

/** Sends its form, unless told otherwise. `pending` shows that the answer is on its way, at the same width. */
export function Button({
  variant,
  size,
  block,
  className,
  pending = false,
  children,
  ...button
}: ButtonProps) {
  const { t } = useTranslation()
  return (
    <button
      type="submit"
      {...button}
      aria-busy={pending || undefined}
      className={lookOf({ variant, size, block, className: classNames('relative', className) })}
    >
      <span className={classNames('contents', pending && '[&>*]:invisible')}>{children}</span>
      {pending && (
        <span className="absolute inset-0 grid place-items-center rounded bg-inherit">
          <Spinner label={t('ui.pending')} />
        </span>
      )}
    </button>
  )
}

export type ButtonLinkProps = FollowedLinkProps & Look

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink({ variant, size, block, className, ...link }: ButtonLinkProps) {
  return <ShopLink {...link} className={lookOf({ variant, size, block, className })} />
}
