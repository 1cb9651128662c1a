import { type PracticeDoor, PracticeDoors } from '../waitlist/practice-doors.tsx';

/** From the check to somebody who writes it: the waitlist of the practice, or of each. Nothing without one. */
export function WaitlistDoor({ practices }: { readonly practices: readonly PracticeDoor[] }) {
  if (practices.length === 0) return null;
  return (
    <section
      aria-labelledby="door"
      className="mt-12 items-start gap-x-14 border-t-2 border-ink pt-5 md:mt-16 md:grid md:grid-cols-2 print:hidden"
    >
      <h2 id="door" className="text-2xl md:text-3xl">
        Would you like it written for you?
      </h2>
      <div className="max-md:mt-3">
        <PracticeDoors practices={practices} />
      </div>
    </section>
  );
}
