import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from '~/i18n/translation'
import { CloseIcon } from './icons'

/** A native modal dialog: needs JavaScript, so it may only shorten a way that exists without it. */
export function Dialog({
  open,
  onClose,
  title,
  children,
}: {
  open: boolean
  onClose: () => void
  title: ReactNode
  children: ReactNode
}) {
  const { t } = useTranslation()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)

  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal()
    if (!open && dialog.current?.open) dialog.current.close()
  }, [open])

  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      className="m-auto w-[min(32rem,calc(100vw-2rem))] rounded-lg bg-white p-0 text-ink shadow-floating"
    >
      <header className="flex items-center justify-between gap-4 border-b border-paper-line py-2 pr-2 pl-6">
        <h2 id={id} className="text-lg">
          {title}
        </h2>
        <button
          type="button"
          aria-label={t('ui.close')}
          onClick={() => dialog.current?.close()}
          className="grid size-11 place-items-center rounded text-ink-soft hover:bg-paper-sunk"
        >
          <CloseIcon />
        </button>
      </header>
      <div className="p-6">{children}</div>
    </dialog>
  )
}
