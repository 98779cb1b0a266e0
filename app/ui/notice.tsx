import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { DoneIcon, NoticeIcon, RefusedIcon, WarningIcon } from './icons'
import type { Tone } from './tone'

export type NoticeTone = Exclude<Tone, 'neutral' | 'accent'>

const TONES: Record<NoticeTone, string> = {
  success: 'bg-success-wash border-success-tint text-success-deep',
  warning: 'bg-warning-wash border-warning-tint text-warning-deep',
  danger: 'bg-danger-wash border-danger-tint text-danger-deep',
  notice: 'bg-notice-wash border-notice-tint text-notice-deep',
}

const ICONS: Record<NoticeTone, typeof NoticeIcon> = {
  success: DoneIcon,
  warning: WarningIcon,
  danger: RefusedIcon,
  notice: NoticeIcon,
}

/** Something to know. `announced` has screen readers say it when it appears; danger always is. */
export function Notice({
  tone = 'notice',
  title,
  announced,
  action,
  className,
  children,
}: {
  tone?: NoticeTone
  title?: ReactNode
  announced?: boolean
  action?: ReactNode
  className?: string
  children?: ReactNode
}) {
  const NoticeSign = ICONS[tone]
  const role = tone === 'danger' ? 'alert' : announced ? 'status' : undefined
  return (
    <div role={role} className={classNames('flex gap-3 rounded border p-4', TONES[tone], className)}>
      <NoticeSign className="mt-0.5 flex-none" />
      <div className="flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && (
          <div className={classNames(Boolean(title) && 'mt-0.5', 'text-sm leading-6')}>{children}</div>
        )}
        {action && <div className="mt-3">{action}</div>}
      </div>
    </div>
  )
}
