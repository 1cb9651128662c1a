'use client';

import type { Exercise } from '@groundwork/engine/catalogue/exercise';
import { areaLabels, equipmentLabels, ladderLabels, painSiteLabels } from '@groundwork/engine/labels';
import { areas, type Equipment, equipment, ladders, painSites } from '@groundwork/engine/vocabulary';
import { EmptyState } from '@groundwork/ui/primitives/empty-state';
import { SectionHead } from '@groundwork/ui/primitives/section-head';
import { SelectField } from '@groundwork/ui/primitives/select-field';
import { Cell, HeadCell, Row, RowHead, Table } from '@groundwork/ui/primitives/table';
import { TextField } from '@groundwork/ui/primitives/text-field';
import { VisuallyHidden } from '@groundwork/ui/primitives/visually-hidden';
import { type ReactNode, useState } from 'react';
import { NavLink } from '../shell/nav-link.tsx';
import { describeKit } from './describe-kit.ts';

export type LibraryRow = Pick<
  Exercise,
  'id' | 'name' | 'aliases' | 'area' | 'ladder' | 'rung' | 'equipment' | 'painWatch' | 'purpose' | 'loadType'
> & {
  /** Drawn on the server, so that the browser need not have every pose. */
  readonly figure: ReactNode;
};

const any = { value: '', label: 'Any' };

/** All exercises, narrowed by what a coach looks for; as one list, or as the ladders they climb. */
export function LibraryBrowser({ rows }: { readonly rows: readonly LibraryRow[] }) {
  const [text, setText] = useState('');
  const [area, setArea] = useState('');
  const [ladder, setLadder] = useState('');
  const [kit, setKit] = useState('');
  const [pain, setPain] = useState('');
  const [asLadders, setAsLadders] = useState(true);
  const words = text.trim().toLowerCase();
  const shown = rows.filter(
    (row) =>
      (words === '' || [row.name, ...row.aliases, row.purpose].some((one) => one.toLowerCase().includes(words))) &&
      (area === '' || row.area === area) &&
      (ladder === '' || row.ladder === ladder) &&
      (kit === '' ||
        row.equipment.some((set) =>
          kit === 'none' ? set.length === 0 : set.length > 0 && set.includes(kit as Equipment),
        )) &&
      (pain === '' || !row.painWatch.some((site) => site === pain)),
  );
  return (
    <>
      <div className="mt-6 grid grid-cols-2 gap-x-4 gap-y-3 border-t border-ink pt-4 md:grid-cols-3 xl:grid-cols-[2fr_repeat(4,1fr)_auto]">
        <TextField
          label="Name or purpose"
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="col-span-2 md:col-span-1"
          type="search"
        />
        <SelectField
          label="Area"
          value={area}
          onChange={(event) => setArea(event.target.value)}
          options={[any, ...areas.map((value) => ({ value, label: areaLabels[value] }))]}
        />
        <SelectField
          label="Ladder"
          value={ladder}
          onChange={(event) => setLadder(event.target.value)}
          options={[any, ...ladders.map((value) => ({ value, label: ladderLabels[value] }))]}
        />
        <SelectField
          label="Kit"
          value={kit}
          onChange={(event) => setKit(event.target.value)}
          options={[
            any,
            { value: 'none', label: 'No equipment' },
            ...equipment.map((value) => ({ value, label: equipmentLabels[value] })),
          ]}
        />
        <SelectField
          label="Spares"
          value={pain}
          onChange={(event) => setPain(event.target.value)}
          options={[
            { value: '', label: 'Nothing' },
            ...painSites.map((value) => ({ value, label: painSiteLabels[value] })),
          ]}
        />
        <fieldset className="flex self-end rounded-sm border border-rule-2">
          <legend className="sr-only">Shown as</legend>
          {[true, false].map((value) => (
            <label
              key={String(value)}
              className="flex h-12 flex-1 cursor-pointer items-center justify-center px-3 text-md text-ink-2 not-first-of-type:border-l not-first-of-type:border-rule-2 has-checked:bg-green-tint has-checked:font-semibold has-checked:text-green has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus dense:h-[30px] dense:text-sm"
            >
              <input
                type="radio"
                name="library-shape"
                className="sr-only"
                checked={asLadders === value}
                onChange={() => setAsLadders(value)}
              />
              {value ? 'Ladders' : 'List'}
            </label>
          ))}
        </fieldset>
      </div>
      <p aria-live="polite" className="mt-3 text-xs text-ink-3">
        {shown.length} of {rows.length} shown
      </p>
      {shown.length === 0 ? (
        <EmptyState title="No exercise is like that">
          Take one of the conditions away; kit and pain narrow it most.
        </EmptyState>
      ) : asLadders ? (
        <div className="gap-x-12 lg:columns-2">
          {ladders
            .filter((one) => shown.some((row) => row.ladder === one))
            .map((one) => (
              <section key={one} aria-label={ladderLabels[one]} className="break-inside-avoid pt-6">
                <SectionHead note="hardest on top" className="mt-0!">
                  {ladderLabels[one]}
                </SectionHead>
                <ol className="flex flex-col-reverse border-l-3 border-ink">
                  {shown
                    .filter((row) => row.ladder === one)
                    .map((row) => (
                      <li key={row.id} className="flex items-center gap-3 border-b border-rule py-1 text-sm">
                        <span aria-hidden className="h-0.5 w-4 shrink-0 bg-ink" />
                        <span className="w-4 shrink-0 text-right text-ink-3 tabular-nums">{row.rung}</span>
                        <span className="min-w-0 flex-1">
                          <NavLink
                            href={`/library/${row.id}`}
                            className="font-semibold text-ink no-underline hover:underline"
                          >
                            {row.name}
                          </NavLink>{' '}
                          <span className="text-ink-3">{describeKit(row)}</span>
                        </span>
                        {row.figure}
                      </li>
                    ))}
                </ol>
              </section>
            ))}
        </div>
      ) : (
        <div className="mt-2 relative overflow-x-auto">
          <Table label="Exercises">
            <thead>
              <tr>
                <HeadCell>
                  <VisuallyHidden>Drawing</VisuallyHidden>
                </HeadCell>
                <HeadCell>Exercise</HeadCell>
                <HeadCell>Area</HeadCell>
                <HeadCell>Ladder</HeadCell>
                <HeadCell numeric>Rung</HeadCell>
                <HeadCell className="pl-4">Kit</HeadCell>
                <HeadCell>For</HeadCell>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <Row key={row.id}>
                  <Cell className="py-1!">{row.figure}</Cell>
                  <RowHead className="whitespace-nowrap">
                    <NavLink href={`/library/${row.id}`} className="text-ink no-underline hover:underline">
                      {row.name}
                    </NavLink>
                  </RowHead>
                  <Cell className="text-ink-2">{areaLabels[row.area]}</Cell>
                  <Cell className="whitespace-nowrap text-ink-2">{ladderLabels[row.ladder]}</Cell>
                  <Cell numeric>{row.rung}</Cell>
                  <Cell className="pl-4 whitespace-nowrap text-ink-2">{describeKit(row)}</Cell>
                  <Cell className="text-ink-2">{row.purpose}</Cell>
                </Row>
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </>
  );
}
