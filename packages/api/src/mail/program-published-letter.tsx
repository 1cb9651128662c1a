import { type RenderedLetter, renderLetter } from './render-letter.tsx';

/** A first program, or a change to it. */
export function renderProgramPublishedLetter(about: {
  readonly name: string;
  readonly coachName: string;
  readonly practiceName: string;
  /** The version's number: 1 is the first. */
  readonly number: number;
  /** What changed, in the coach's words; may be empty. */
  readonly note: string;
  /** "Monday 16 March". */
  readonly firstDay: string;
  readonly link: string;
}): Promise<RenderedLetter> {
  const { name, coachName, practiceName, number, note, firstDay, link } = about;
  return renderLetter({
    subject: number === 1 ? `Your program starts ${firstDay}` : `${coachName} changed your program`,
    preview: note || `From ${firstDay}.`,
    heading: number === 1 ? `Your program is ready, ${name}` : `A change to your program, ${name}`,
    paragraphs: [
      number === 1
        ? `${coachName} has written your strength sessions around your running week. The first one is on ${firstDay}.`
        : `${coachName} has changed your sessions from ${firstDay} on. What you have done stays as it was.`,
      ...(note ? [`“${note}”`] : []),
    ],
    button: { label: 'Open Groundwork', href: link },
    signature: practiceName,
  });
}
