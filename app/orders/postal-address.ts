export type PostalAddress = {
  fullName: string
  company?: string
  street: string
  street2?: string
  postcode: string
  city: string
  /** ISO 3166-1 alpha-2. */
  country: string
  phone?: string
}
