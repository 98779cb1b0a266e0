import { message } from '~/i18n/message'
import type { PasswordRefusal } from './passwords/choose-hash.server'

/** Why a password should be another one. */
export function explainPassword(refusal: PasswordRefusal): string {
  switch (refusal.reason) {
    case 'password-too-short':
      return message('identity.password.tooShort', { count: refusal.least })
    case 'password-easily-guessed':
      return message('identity.password.easilyGuessed')
  }
}
