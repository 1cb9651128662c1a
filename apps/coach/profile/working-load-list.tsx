'use client';

import type { WorkingLoadView } from '@groundwork/api/views/client';
import { formatLoad } from '@groundwork/engine/load';
import { type LoadUnit, loadUnits } from '@groundwork/engine/vocabulary';
import { formatDate } from '@groundwork/ui/format-date';
import { Button } from '@groundwork/ui/primitives/button';
import { checkRange, parseDecimal } from '@groundwork/ui/primitives/parse-decimal';
import { SectionHead } from '@groundwork/ui/primitives/section-head';
import { SelectField, type SelectOption } from '@groundwork/ui/primitives/select-field';
import { TextField } from '@groundwork/ui/primitives/text-field';
import { showToast } from '@groundwork/ui/primitives/toast-region';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { readApiProblem } from '../lib/api-error.ts';
import { useTRPC } from '../lib/trpc.tsx';
import { NavLink } from '../shell/nav-link.tsx';

/** The weights a client is known to work with: where load targets come from. Without one no load is invented. */
export function WorkingLoadList({
  clientId,
  loads,
  loadable,
  unit,
  canEdit,
}: {
  readonly clientId: string;
  readonly loads: readonly WorkingLoadView[];
  /** Every exercise that moves a weight, by name: the catalogue itself stays on the server. */
  readonly loadable: readonly SelectOption[];
  readonly unit: LoadUnit;
  readonly canEdit: boolean;
}) {
  const nameOf = (id: string) => loadable.find((one) => one.value === id)?.label ?? id;
  const trpc = useTRPC();
  const router = useRouter();
  const [adds, setAdds] = useState(false);
  const [problem, setProblem] = useState<string>();
  const set = useMutation(
    trpc.clients.setWorkingLoad.mutationOptions({
      onSuccess: (_, { load }) => {
        showToast({ text: load ? 'The load is kept' : 'The load is forgotten' });
        setAdds(false);
        setProblem(undefined);
        router.refresh();
      },
      onError: (error) => setProblem(readApiProblem(error).problems[0]?.message ?? readApiProblem(error).message),
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const weight = parseDecimal(String(form.get('weight')));
    const wrong = checkRange(weight, { min: 0, max: 1000 });
    setProblem(wrong ?? undefined);
    if (wrong || weight === null) return;
    set.mutate({
      clientId,
      exerciseId: String(form.get('exerciseId')),
      load: { hundredths: Math.round(weight * 100), unit: String(form.get('unit')) as LoadUnit },
    });
  };
  return (
    <section aria-label="Working loads">
      <SectionHead
        end={
          canEdit && !adds ? (
            <button type="button" onClick={() => setAdds(true)} className="font-semibold text-green hover:underline">
              Add a load
            </button>
          ) : null
        }
      >
        Working loads
      </SectionHead>
      {loads.length === 0 && !adds ? (
        <p className="py-3 text-sm text-ink-2">None known. Weights are then found by feel, and none is invented.</p>
      ) : null}
      <ul>
        {loads.map(({ exerciseId, load, setOn }) => (
          <li key={exerciseId} className="flex items-center justify-between gap-3 border-b border-rule py-2 text-sm">
            <span>
              <NavLink href={`/library/${exerciseId}`} className="font-semibold text-ink no-underline hover:underline">
                {nameOf(exerciseId)}
              </NavLink>
              <span className="block text-ink-2 tabular-nums">
                {formatLoad(load)}, since {formatDate(setOn)}
              </span>
            </span>
            {canEdit ? (
              <Button
                size="row"
                aria-label={`Forget the load of ${nameOf(exerciseId)}`}
                onClick={() => set.mutate({ clientId, exerciseId, load: null })}
              >
                Forget
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {adds ? (
        <form onSubmit={submit} noValidate className="grid gap-3 border-b border-rule py-4">
          <SelectField label="Exercise" name="exerciseId" options={loadable} />
          <div className="grid grid-cols-[1fr_6rem] gap-3">
            <TextField label="Weight" name="weight" inputMode="decimal" autoComplete="off" error={problem} />
            <SelectField
              label="Unit"
              name="unit"
              defaultValue={unit}
              options={loadUnits.map((value) => ({ value, label: value }))}
            />
          </div>
          <div className="flex gap-2">
            <Button type="submit" busy={set.isPending} busyLabel="Keeping">
              Keep the load
            </Button>
            <Button variant="quiet" onClick={() => setAdds(false)}>
              Cancel
            </Button>
          </div>
        </form>
      ) : null}
    </section>
  );
}
