import type { Language } from '~/i18n/language'

type Words = Record<
  | 'bank'
  | 'title'
  | 'playMoney'
  | 'merchant'
  | 'reference'
  | 'amount'
  | 'choose'
  | 'pay'
  | 'payHint'
  | 'payLate'
  | 'payLateHint'
  | 'refuse'
  | 'refuseHint'
  | 'abandon'
  | 'abandonHint'
  | 'overTitle'
  | 'over'
  | 'back',
  string
>

export type SandboxBankPageProps = {
  language: Language
  words: Words
  merchant: string
  reference: string
  amount: string
  isOver: boolean
  backUrl: string
}

/** Another house than the shop's: its own bar, its own colour, and a sign that the money is not real. */
export function SandboxBankPage(props: SandboxBankPageProps) {
  const { words, language } = props
  return (
    <div lang={language} className="flex min-h-dvh flex-col bg-notice-wash">
      <header className="bg-notice-deep text-white">
        <div className="mx-auto flex h-16 w-full max-w-reading items-center gap-3 px-4">
          <svg viewBox="0 0 24 24" className="size-7" fill="currentColor" aria-hidden="true">
            <path d="M12 2 2 7v2h20V7L12 2Zm-8 9v7h3v-7H4Zm6.5 0v7h3v-7h-3ZM17 11v7h3v-7h-3ZM2 20v2h20v-2H2Z" />
          </svg>
          <span className="text-lg font-semibold">{words.bank}</span>
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-reading flex-1 px-4 py-8 outline-none sm:py-16"
      >
        <div className="rounded-lg border border-notice-tint bg-white p-6 shadow-raised sm:p-8">
          {props.isOver ? <Over {...props} /> : <Choice {...props} />}
        </div>
      </main>
    </div>
  )
}

function Choice({ words, merchant, reference, amount }: SandboxBankPageProps) {
  return (
    <>
      <h1 className="text-2xl">{words.title}</h1>
      <p className="mt-4 rounded border border-warning-tint bg-warning-wash p-4 text-sm text-warning-deep">
        {words.playMoney}
      </p>
      <dl className="mt-6 divide-y divide-paper-line border-y border-paper-line">
        <Fact name={words.merchant} value={merchant} />
        <Fact name={words.reference} value={reference} />
        <Fact name={words.amount} value={amount} isStrong />
      </dl>
      <h2 className="mt-8 text-lg">{words.choose}</h2>
      <form method="post" className="mt-4 grid gap-4 sm:grid-cols-2">
        <Decision choice="pay" label={words.pay} hint={words.payHint} isMain />
        <Decision choice="pay-late" label={words.payLate} hint={words.payLateHint} />
        <Decision choice="refuse" label={words.refuse} hint={words.refuseHint} />
        <Decision choice="abandon" label={words.abandon} hint={words.abandonHint} />
      </form>
    </>
  )
}

function Fact({ name, value, isStrong }: { name: string; value: string; isStrong?: boolean }) {
  return (
    <div className="flex items-baseline justify-between gap-4 py-3">
      <dt className="text-sm text-ink-soft">{name}</dt>
      <dd className={isStrong ? 'text-xl font-semibold tabular-nums' : 'text-right font-medium'}>{value}</dd>
    </div>
  )
}

type DecisionProps = { choice: string; label: string; hint: string; isMain?: boolean }

function Decision({ choice, label, hint, isMain }: DecisionProps) {
  const hintId = `hint-${choice}`
  const look = isMain
    ? 'border-notice bg-notice text-white hover:border-notice-deep hover:bg-notice-deep'
    : 'border-paper-edge bg-white text-ink hover:border-ink hover:bg-paper'
  return (
    <div>
      <button
        type="submit"
        name="choice"
        value={choice}
        aria-describedby={hintId}
        className={`min-h-12 w-full rounded border px-4 font-semibold transition-colors duration-100 ${look}`}
      >
        {label}
      </button>
      <p id={hintId} className="mt-2 text-sm text-ink-soft">
        {hint}
      </p>
    </div>
  )
}

function Over({ words, backUrl }: SandboxBankPageProps) {
  return (
    <>
      <h1 className="text-2xl">{words.overTitle}</h1>
      <p className="mt-4 text-ink-soft">{words.over}</p>
      <p className="mt-6">
        <a href={backUrl} className="font-semibold text-notice-deep underline underline-offset-4">
          {words.back}
        </a>
      </p>
    </>
  )
}
