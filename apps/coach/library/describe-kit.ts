import type { Exercise } from '@groundwork/engine/catalogue/exercise';
import { equipmentLabels } from '@groundwork/engine/labels';
import { joinWords } from '@groundwork/ui/count-words';

/** "dumbbells or kettlebell"; "no equipment". */
export function describeKit({ equipment }: Pick<Exercise, 'equipment'>): string {
  if (equipment.some((set) => set.length === 0)) return 'no equipment';
  return equipment.map((set) => joinWords(set.map((item) => equipmentLabels[item].toLowerCase()))).join(' or ');
}
