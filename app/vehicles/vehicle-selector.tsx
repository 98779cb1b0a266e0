import { Form } from '@remix-run/react'
import { useLocalPath } from '~/i18n/local-path'
import { useTranslation } from '~/i18n/translation'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/inputs'
import type { SelectorSteps } from './selector/selector-steps'
import { useSelectorSteps } from './selector/use-selector-steps'

/**
 * Make, model, type: three lists of one form. Sent as it is, it leads to the page of what is chosen so far, which shows the
 * next list; scripts fetch that list in place. Once a type can be chosen the form puts it into the garage.
 */
export function VehicleSelector({ steps, next }: { steps: SelectorSteps; next?: string }) {
  const { t } = useTranslation()
  const path = useLocalPath()
  const { makes, models, types, chosen, isLoading, chooseMake, chooseModel } = useSelectorSteps(steps)
  const canChoose = types.length > 0
  return (
    <Form
      method="get"
      action={path('/vehicles')}
      className="grid items-end gap-4 md:grid-cols-[1fr_1fr_1.4fr_auto]"
      aria-busy={isLoading}
    >
      <SelectField
        key={`makes ${steps.chosen.make ?? ''}`}
        label={t('vehicles.selector.make')}
        name="make"
        required
        choices={makes}
        empty={t('vehicles.selector.chooseMake')}
        defaultValue={chosen.make ?? ''}
        onChange={(event) => chooseMake(event.currentTarget.value)}
      />
      <SelectField
        key={`models ${chosen.make ?? ''} ${models.length} ${steps.chosen.model ?? ''}`}
        label={t('vehicles.selector.model')}
        name="model"
        choices={models}
        empty={t(
          models.length > 0
            ? 'vehicles.selector.chooseModel'
            : isLoading
              ? 'vehicles.selector.loading'
              : 'vehicles.selector.makeFirst',
        )}
        disabled={models.length === 0}
        required={canChoose}
        defaultValue={chosen.model ?? ''}
        onChange={(event) => chooseModel(event.currentTarget.value)}
      />
      <SelectField
        key={`types ${chosen.model ?? ''} ${types.length} ${steps.chosen.type ?? ''}`}
        label={t('vehicles.selector.type')}
        name="type"
        choices={types}
        empty={t(
          canChoose
            ? 'vehicles.selector.chooseType'
            : isLoading && chosen.model
              ? 'vehicles.selector.loading'
              : 'vehicles.selector.modelFirst',
        )}
        disabled={!canChoose}
        required={canChoose}
        defaultValue={chosen.type ?? ''}
      />
      {next && canChoose && <input type="hidden" name="next" value={next} />}
      {canChoose ? (
        <Button formMethod="post" formAction={path('/garage')} name="intent" value="add">
          {t('vehicles.selector.choose')}
        </Button>
      ) : (
        <Button variant="secondary">{t('vehicles.selector.next')}</Button>
      )}
    </Form>
  )
}
