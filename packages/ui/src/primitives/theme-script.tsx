import { themeStorageKey } from './theme.ts';

// Runs before the first paint, so that a chosen theme does not flash the other one.
const script = `try{var t=localStorage.getItem('${themeStorageKey}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;

/** Put it first in `<head>`, and `suppressHydrationWarning` on `<html>`. */
export function ThemeScript({ nonce }: { readonly nonce?: string | undefined }) {
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />;
}
