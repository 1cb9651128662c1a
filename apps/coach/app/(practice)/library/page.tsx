import { exercises } from '@groundwork/engine/catalogue/catalogue';
import { ladders } from '@groundwork/engine/vocabulary';
import { PageHead } from '@groundwork/ui/primitives/page-head';
import { ExerciseFigure } from '@groundwork/ui/training/exercise-figure';
import type { Metadata } from 'next';
import { LibraryBrowser, type LibraryRow } from '../../../library/library-browser.tsx';

export const metadata: Metadata = { title: 'Library' };

export default function LibraryPage() {
  const rows = exercises.map(
    ({ id, name, aliases, area, ladder, rung, equipment, painWatch, purpose, loadType }): LibraryRow => ({
      id,
      name,
      aliases,
      area,
      ladder,
      rung,
      equipment,
      painWatch,
      purpose,
      loadType,
      figure: <ExerciseFigure exerciseId={id} decorative />,
    }),
  );
  return (
    <main className="px-5 pt-8 pb-10 lg:px-10">
      <PageHead
        title="Library"
        deck={`${exercises.length} exercises in ${ladders.length} ladders, each with its purpose, its cues and what usually goes wrong.`}
      />
      <LibraryBrowser rows={rows} />
    </main>
  );
}
