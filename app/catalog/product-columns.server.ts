import { tableColumns } from '~/platform/table-columns.server'
import { productReferences, products, productTexts, variants } from './product-tables.server'

/** What is read and written of whole products. A column that is added to a table is in all of it. */
export const PRODUCT = tableColumns(products, { without: ['createdAt', 'updatedAt'] })
export const VARIANT = tableColumns(variants)
export const REFERENCE = tableColumns(productReferences, { without: ['id', 'normalized'] })
export const TEXT = tableColumns(productTexts)

/** What a text says, apart from whose it is. */
export const TEXT_FIELDS = tableColumns(productTexts, { without: ['productId', 'language'] })
