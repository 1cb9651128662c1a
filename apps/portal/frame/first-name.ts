/** How a letter or a page greets somebody: the first word of the name. */
export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;
