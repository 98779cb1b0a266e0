import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Preview,
  Section,
  Text,
} from '@react-email/components'
import type { ReactNode } from 'react'
import type { Language } from '~/i18n/language'

// Mail programs know no style sheets of ours: the tokens of tailwind.config.ts, written out.
export const INK = '#1d1a16'
export const FAINT = '#6b6257'
export const LINE = '#e6e0d6'
const PAPER = '#faf8f5'
const ACCENT = '#b3431b'
const FONT = 'Inter, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif'

export type MailLayoutProps = {
  language: Language
  shopName: string
  /** The first words that a list of mails shows beside the subject. */
  preview: string
  title: string
  /** What the mail is about, in a few words: nobody should have to scroll for it, nor for the button. */
  lead: ReactNode
  button?: { label: string; url: string }
  footer: string[]
  children?: ReactNode
}

export function MailLayout({
  language,
  shopName,
  preview,
  title,
  lead,
  button,
  footer,
  children,
}: MailLayoutProps) {
  return (
    <Html lang={language}>
      <Head />
      <Preview>{preview}</Preview>
      <Body style={{ backgroundColor: PAPER, color: INK, fontFamily: FONT, margin: 0, padding: '24px 8px' }}>
        <Container style={{ maxWidth: 600, margin: '0 auto' }}>
          <Text style={{ fontSize: 20, fontWeight: 700, letterSpacing: '-0.02em', margin: '0 0 16px' }}>
            {shopName}
          </Text>
          <Section
            style={{ backgroundColor: '#ffffff', border: `1px solid ${LINE}`, borderRadius: 10, padding: 32 }}
          >
            <Heading as="h1" style={{ fontSize: 24, lineHeight: '30px', margin: '0 0 16px' }}>
              {title}
            </Heading>
            {lead}
            {button && (
              <Button
                href={button.url}
                style={{
                  backgroundColor: ACCENT,
                  color: '#ffffff',
                  borderRadius: 6,
                  fontSize: 16,
                  fontWeight: 600,
                  marginTop: 24,
                  padding: '12px 20px',
                }}
              >
                {button.label}
              </Button>
            )}
            {children}
          </Section>
          <Hr style={{ borderColor: LINE, margin: '24px 0 16px' }} />
          {footer.map((line) => (
            <Text key={line} style={{ color: FAINT, fontSize: 13, lineHeight: '20px', margin: '0 0 4px' }}>
              {line}
            </Text>
          ))}
        </Container>
      </Body>
    </Html>
  )
}
