import { z } from 'zod'
import { typedEmail, typedSecret, writtenByPage } from '~/text/typed-fields'
import { LONGEST_PASSWORD } from './password-rules'

export const signInForm = z.object({
  email: typedEmail(),
  password: typedSecret(LONGEST_PASSWORD),
})

export const emailForm = z.object({ email: typedEmail() })

export const newPasswordForm = z.object({ newPassword: typedSecret(LONGEST_PASSWORD) })

export const changePasswordForm = newPasswordForm.extend({ password: typedSecret(LONGEST_PASSWORD) })

export const changeEmailForm = z.object({ newEmail: typedEmail(), password: typedSecret(LONGEST_PASSWORD) })

export const endSessionForm = z.object({ session: writtenByPage(64) })
