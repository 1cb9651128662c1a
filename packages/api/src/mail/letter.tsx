import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from '@react-email/components';
import type { ReactElement } from 'react';

/** What a letter says; the layout is the same for all. */
export interface LetterContent {
  readonly subject: string;
  /** The line that mailboxes show beside the subject. */
  readonly preview: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly button?: { readonly label: string; readonly href: string };
  /** After the button. */
  readonly afterwards?: readonly string[];
  /** A code to type, set large, last of all. */
  readonly code?: string;
  /** One quiet link below, such as leaving the list. */
  readonly quietLink?: { readonly label: string; readonly href: string };
  /** Who writes. */
  readonly signature: string;
}

const paper = '#f5f2ea';
const ink = '#1d1b16';
const inkQuiet = '#696356';
const rule = '#d8d2c3';
const green = '#1d4f3a';
const onGreen = '#fbf9f3';
const serif = '"STIX Two Text", "Times New Roman", serif';
const sans = '"Public Sans", "Helvetica Neue", Arial, sans-serif';

const prose = { color: ink, fontFamily: serif, fontSize: '18px', lineHeight: '26px', margin: '0 0 16px' };
const quiet = { color: inkQuiet, fontFamily: sans, fontSize: '14px', lineHeight: '20px', margin: '0 0 8px' };

/** One column of text on paper, one green button: the look, as far as mail programs carry it. */
export function Letter({ letter }: { readonly letter: LetterContent }): ReactElement {
  const { preview, heading, paragraphs, button, code, afterwards = [], quietLink, signature } = letter;
  return (
    <Html lang="en">
      <Head />
      <Preview>{preview}</Preview>
      <Body style={{ backgroundColor: paper, margin: 0, padding: '32px 20px' }}>
        <Container style={{ maxWidth: '544px', margin: '0 auto' }}>
          <Hr style={{ border: 0, borderTop: `2px solid ${ink}`, margin: '0 0 24px' }} />
          <Heading
            as="h1"
            style={{
              color: ink,
              fontFamily: serif,
              fontSize: '26px',
              lineHeight: '32px',
              fontWeight: 600,
              margin: '0 0 16px',
            }}
          >
            {heading}
          </Heading>
          {paragraphs.map((paragraph) => (
            <Text key={paragraph} style={prose}>
              {paragraph}
            </Text>
          ))}
          {button ? (
            <Section style={{ margin: '8px 0 24px' }}>
              <Button
                href={button.href}
                style={{
                  backgroundColor: green,
                  borderRadius: '2px',
                  color: onGreen,
                  fontFamily: sans,
                  fontSize: '16px',
                  fontWeight: 600,
                  padding: '14px 24px',
                  textDecoration: 'none',
                }}
              >
                {button.label}
              </Button>
            </Section>
          ) : null}
          {afterwards.map((paragraph) => (
            <Text key={paragraph} style={prose}>
              {paragraph}
            </Text>
          ))}
          {code ? (
            <Text
              style={{
                color: ink,
                fontFamily: sans,
                fontSize: '34px',
                lineHeight: '44px',
                fontWeight: 600,
                letterSpacing: '0.1em',
                margin: '0 0 16px',
              }}
            >
              {code}
            </Text>
          ) : null}
          <Hr style={{ border: 0, borderTop: `1px solid ${rule}`, margin: '24px 0 16px' }} />
          <Text style={quiet}>{signature}</Text>
          {quietLink ? (
            <Text style={quiet}>
              <Link href={quietLink.href} style={{ color: green, textDecoration: 'underline' }}>
                {quietLink.label}
              </Link>
            </Text>
          ) : null}
        </Container>
      </Body>
    </Html>
  );
}
