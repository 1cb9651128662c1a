import { exercises } from '@groundwork/engine/catalogue/catalogue';
import { areaLabels } from '@groundwork/engine/labels';
import { listRules } from '@groundwork/engine/rules';

/** Everything that has a page of its own and is the same for everybody: exercises under all their names, and rules. */
export function listPages(): readonly { readonly href: string; readonly label: string; readonly detail: string }[] {
  return [
    ...exercises.map(({ id, name, aliases, area }) => ({
      href: `/library/${id}`,
      label: aliases.length > 0 ? `${name} (${aliases.join(', ')})` : name,
      detail: areaLabels[area].toLowerCase(),
    })),
    ...listRules().map(({ id, title }) => ({ href: `/rules/${id}`, label: `${title} (${id})`, detail: 'rule' })),
  ];
}
