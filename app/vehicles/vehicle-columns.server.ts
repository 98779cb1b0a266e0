import { tableColumns } from '~/platform/table-columns.server'
import { models, vehicleTypes } from './vehicle-tables.server'

/** What may change of a model and of a type: what it is known by stays. */
export const MODEL_FACTS = tableColumns(models, { without: ['id', 'makeId', 'slug'] })
export const TYPE_FACTS = tableColumns(vehicleTypes, { without: ['id', 'modelId', 'slug'] })
