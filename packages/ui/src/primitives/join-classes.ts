/** Joins class names and leaves out what is absent. No conflict is resolved: a component's `className` is for its place in the layout. */
export const joinClasses = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ');
