import { render } from '@react-email/render';
import { Letter, type LetterContent } from './letter.tsx';

export interface RenderedLetter {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** The letter as a mail carries it: HTML, and the same in plain text. */
export async function renderLetter(letter: LetterContent): Promise<RenderedLetter> {
  return { subject: letter.subject, html: await render(<Letter letter={letter} />), text: formatText(letter) };
}

function formatText(letter: LetterContent): string {
  const { heading, paragraphs, button, code, afterwards = [], quietLink, signature } = letter;
  return [
    heading,
    ...paragraphs,
    ...(button ? [`${button.label}:\n${button.href}`] : []),
    ...afterwards,
    ...(code ? [code] : []),
    `-- \n${signature}${quietLink ? `\n${quietLink.label}: ${quietLink.href}` : ''}`,
  ]
    .join('\n\n')
    .concat('\n');
}
