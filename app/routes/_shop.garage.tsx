import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { formErrors } from '~/i18n/form-errors'
import { languageOf, localPath } from '~/i18n/language'
import { useTranslation } from '~/i18n/translation'
import { translator } from '~/i18n/translator.server'
import type { RouteHandle } from '~/identity/access'
import { nextPath } from '~/identity/next-path'
import { readForm } from '~/platform/read-form.server'
import { pageMeta } from '~/storefront/page-meta'
import { readGarage, rememberGarage } from '~/vehicles/garage-cookie.server'
import { garageForm } from '~/vehicles/garage-forms'
import { GaragePage } from '~/vehicles/garage-page'
import { submitGarageForm } from '~/vehicles/submit-garage-form.server'
import { listVehicles } from '~/vehicles/vehicle-queries.server'
import { withoutVehicle } from '~/vehicles/without-vehicle'

export const handle = { access: 'public' } satisfies RouteHandle

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { chosenId, vehicles } = await readGarage(request, context.env)
  const found = await listVehicles(
    context.db,
    vehicles.map(({ typeId }) => typeId),
  )
  const entries = vehicles.flatMap((details) => {
    const vehicle = found.find(({ id }) => id === details.typeId)
    return vehicle ? [{ ...vehicle, details, isChosen: vehicle.id === chosenId }] : []
  })
  const t = translator(languageOf(request))
  return {
    entries,
    about: { title: t('vehicles.garage.title'), description: t('vehicles.garage.emptyText'), noindex: true },
  }
}

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, args.data?.about)

export const headers = () => ({ 'Cache-Control': 'no-store' })

export async function action({ request, context }: ActionFunctionArgs) {
  const posted = await readForm(request)
  const submission = parseWithZod(posted, { schema: garageForm, error: formErrors })
  if (submission.status !== 'success')
    return data(
      { typeId: Number(posted.get('typeId')), fields: submission.reply().error ?? {} },
      { status: 422 },
    )

  const form = submission.value
  const garage = await readGarage(request, context.env)
  const outcome = await submitGarageForm(context.db, { form, garage })
  if (!outcome.ok) throw new Response(null, { status: 404 })

  const language = languageOf(request)
  const otherwise = form.intent === 'add' ? `/vehicles/${form.make}/${form.model}/${form.type}` : '/garage'
  return redirect(withoutVehicle(nextPath(form.next ?? null, localPath(language, otherwise))), {
    status: 303,
    headers: { 'Set-Cookie': await rememberGarage(outcome.garage, context.env) },
  })
}

export default function GarageRoute() {
  const { entries } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <div className="page-width py-6 sm:py-8">
      <h1 className="text-2xl sm:text-3xl">{t('vehicles.garage.title')}</h1>
      <GaragePage entries={entries} wrong={wrong ?? null} />
    </div>
  )
}
