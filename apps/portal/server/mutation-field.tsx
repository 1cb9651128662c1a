import { v7 as newId } from 'uuid';

const name = 'mutation';

/**
 * Names the one change that a form is for. A page makes it anew each time it is shown, so that a form that is sent twice, because the first answer
 * was lost or the button pressed again, is answered twice and acts once.
 */
export const MutationField = () => <input type="hidden" name={name} value={newId()} />;

/** The id that a form was sent with; undefined for a form without one. */
export function readMutationKey(form: FormData): string | undefined {
  const key = form.get(name);
  return typeof key === 'string' ? key : undefined;
}
