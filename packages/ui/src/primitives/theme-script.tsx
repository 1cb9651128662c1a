import { themeScript } from './theme.ts';

/** Put it first in `<head>`, and `suppressHydrationWarning` on `<html>`. The server's policy lets it run by its hash. */
export function ThemeScript() {
  return <script suppressHydrationWarning dangerouslySetInnerHTML={{ __html: themeScript }} />;
}
