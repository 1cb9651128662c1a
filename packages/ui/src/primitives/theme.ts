export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const themeStorageKey = 'groundwork-theme';

/** Reads what was chosen on this device; anything else is `system`. */
export const parseTheme = (stored: string | null): Theme => themes.find((theme) => theme === stored) ?? 'system';

/** Runs before the first paint, so that a chosen theme does not flash the other one. */
export const themeScript = `try{var t=localStorage.getItem('${themeStorageKey}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;
