import { MutationField } from '../server/mutation-field.tsx';

/** What a mailed link's form sends back: whose list, and the proof. */
export function LinkFields({ slug, token }: { readonly slug: string; readonly token: string }) {
  return (
    <>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="token" value={token} />
      <MutationField />
    </>
  );
}
