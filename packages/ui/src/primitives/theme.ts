export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const themeStorageKey = 'groundwork-theme';

/** Reads what was chosen on this device; anything else is `system`. */
export const parseTheme = (stored: string | null): Theme => themes.find((theme) => theme === stored) ?? 'system';
