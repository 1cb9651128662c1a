'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useId, useSyncExternalStore } from 'react';
import { joinClasses } from './join-classes.ts';
import { parseTheme, type Theme, themeStorageKey, themes } from './theme.ts';

const changed = 'groundwork-theme-changed';

const subscribe = (listen: () => void) => {
  window.addEventListener('storage', listen);
  window.addEventListener(changed, listen);
  return () => {
    window.removeEventListener('storage', listen);
    window.removeEventListener(changed, listen);
  };
};

// A browser that refuses storage still lets the theme be switched for the page's life.
const readTheme = (): Theme => parseTheme(document.documentElement.dataset.theme ?? null);

function applyTheme(theme: Theme) {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem(themeStorageKey);
    else localStorage.setItem(themeStorageKey, theme);
  } catch {
    // Private windows may refuse storage; the choice then lasts as long as the page.
  }
  window.dispatchEvent(new Event(changed));
}

const faces = {
  system: { label: 'System', Icon: Monitor },
  light: { label: 'Light', Icon: Sun },
  dark: { label: 'Dark', Icon: Moon },
} as const;

/** System, light or dark, kept on this device. `words` shows the names beside the icons. */
export function ThemeSwitch({ words = false, className }: { readonly words?: boolean; readonly className?: string }) {
  const name = useId();
  const current = useSyncExternalStore<Theme>(subscribe, readTheme, () => 'system');
  return (
    <fieldset className={joinClasses('inline-flex rounded-sm border border-rule-2', className)}>
      <legend className="sr-only">Theme</legend>
      {themes.map((theme) => {
        const { label, Icon } = faces[theme];
        return (
          <label
            key={theme}
            title={words ? undefined : label}
            className="flex h-12 min-w-12 cursor-pointer items-center justify-center gap-2 px-3 text-md text-ink-2 not-first-of-type:border-l not-first-of-type:border-rule-2 hover:text-ink has-checked:bg-green-tint has-checked:font-semibold has-checked:text-green has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus dense:h-[30px] dense:min-w-8 dense:px-2 dense:text-sm"
          >
            <input
              type="radio"
              name={name}
              value={theme}
              checked={current === theme}
              onChange={() => applyTheme(theme)}
              className="sr-only"
            />
            <Icon aria-hidden className="size-5 dense:size-4" strokeWidth={1.75} />
            <span className={words ? undefined : 'sr-only'}>{label}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
