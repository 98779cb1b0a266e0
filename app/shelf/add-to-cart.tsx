import { Form } from '@remix-run/react'
import { useLocalPath } from '~/i18n/local-path'
import { Button } from '~/ui/button'
import { QuantityInput } from '~/ui/quantity-input'

export function AddToCart({ variantId, available }: { variantId: number; available: number }) {
  const path = useLocalPath()
  return (
    <Form method="post" action={path('/cart')} className="flex gap-3">
      <input type="hidden" name="intent" value="add" />
      <input type="hidden" name="variantId" value={variantId} />
      <QuantityInput name="quantity" defaultValue={1} max={Math.min(available, 100)} />
      <Button>+</Button>
    </Form>
  )
}
