/** Files that are known and not read, by headings that only they have together. Each would be taken for something it is not. */
const OTHERS: readonly { program: string; marks: readonly string[] }[] = [
  { program: 'Magento', marks: ['attribute_set_code'] },
  { program: 'Magento', marks: ['product_websites'] },
  { program: 'Magento', marks: ['store_view_code'] },
  { program: 'Magento', marks: ['_attribute_set'] },
  { program: 'Magento', marks: ['special_price'] },
  { program: 'Magento', marks: ['url_key'] },
  { program: 'PrestaShop', marks: ['active_(0/1)'] },
  { program: 'PrestaShop', marks: ['actif_(0/1)'] },
  { program: 'PrestaShop', marks: ['price_tax_excluded'] },
  { program: 'PrestaShop', marks: ['price_(tax_excl.)'] },
  { program: 'PrestaShop', marks: ['prix_(ht)', 'prix_(ttc)'] },
  { program: 'PrestaShop', marks: ['id_tax_rules_group'] },
  { program: 'Odoo', marks: ['internal_reference', 'sales_price'] },
  { program: 'Odoo', marks: ['reference_interne', 'prix_de_vente'] },
  { program: 'Odoo', marks: ['default_code', 'list_price'] },
  { program: 'BigCommerce', marks: ['product_code/sku'] },
  { program: 'Wix', marks: ['handleid', 'fieldtype'] },
  { program: 'Squarespace', marks: ['product_id_[non_editable]'] },
  { program: 'Shopify (stock)', marks: ['handle', 'hs_code', 'coo'] },
  { program: 'Shopify (stock)', marks: ['handle', 'location', 'on_hand_(current)'] },
  { program: 'Shopify (orders)', marks: ['financial_status', 'lineitem_sku'] },
  { program: 'Google Merchant Center', marks: ['image_link', 'availability'] },
  { program: 'Amazon', marks: ['item_sku'] },
  { program: 'Amazon', marks: ['seller-sku', 'asin1'] },
  { program: 'OpenCart', marks: ['tax_class_id', 'stock_status_id'] },
  { program: 'Square', marks: ['item_name', 'variation_name'] },
  { program: 'Etsy', marks: ['currency_code', 'materials'] },
  { program: 'Ecwid', marks: ['product_internal_id'] },
]

/** The program that wrote a table with these plain headings, if it is one whose tables are not read. */
export function otherProgram(headings: ReadonlySet<string>): string | null {
  if ([...headings].some((heading) => /^\*?action\(siteid=/.test(heading))) return 'eBay'
  return OTHERS.find(({ marks }) => marks.every((mark) => headings.has(mark)))?.program ?? null
}
