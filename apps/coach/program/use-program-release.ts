import { showToast } from '@groundwork/ui/primitives/toast-region';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { readApiProblem } from '../lib/api-error.ts';
import { useTRPC } from '../lib/trpc.tsx';
import type { ProgramDraft } from './use-program-draft.ts';

export type ProgramRelease = ReturnType<typeof useProgramRelease>;

/** What happens to a draft as a whole: it is published, dropped, or built again. */
export function useProgramRelease({
  clientId,
  onClose,
  onRebuild,
  onRefuse,
}: {
  readonly clientId: string;
  /** Its dialog has done its work, or cannot. */
  readonly onClose: () => void;
  readonly onRebuild: ProgramDraft['replace'];
  readonly onRefuse: (message: string) => void;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const publish = useMutation(
    trpc.programs.publish.mutationOptions({
      onSuccess: ({ version }) => {
        onClose();
        showToast({ text: `Version ${version.number} is published` });
        router.refresh();
      },
      onError: (error) => {
        if (readApiProblem(error).code === 'CONFLICT') onClose();
      },
    }),
  );
  const discard = useMutation(
    trpc.programs.discard.mutationOptions({
      onSuccess: ({ outcome }) => {
        showToast({ text: outcome === 'removed' ? 'The draft is gone' : 'Back at the published version' });
        if (outcome === 'removed') router.push(`/clients/${clientId}`);
        // The state is the server's again; a full load is the plain way to it.
        else window.location.reload();
      },
      onError: (error) => {
        onClose();
        onRefuse(readApiProblem(error).message);
      },
    }),
  );
  const rebuild = useMutation(
    trpc.programs.rebuild.mutationOptions({
      onSuccess: (saved) => {
        onClose();
        onRebuild(saved);
        showToast({ text: 'Built again from the profile as it is now' });
        router.refresh();
      },
      onError: (error) => {
        onClose();
        onRefuse(readApiProblem(error).message);
      },
    }),
  );
  return { publish, discard, rebuild };
}
