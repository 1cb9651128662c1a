import { ExerciseFigure } from '@groundwork/ui/training/exercise-figure';
import type { Metadata } from 'next';
import { RouterLinks } from '../../../../frame/router-links.tsx';
import { KeepPages } from '../../../../pwa/keep-pages.tsx';
import { readAsClient } from '../../../../server/read-as-client.ts';
import { EmptySession, SessionScreen } from '../../../../session/session-screen.tsx';
import { describeSession } from '../../../../session/session-view.ts';
import { TrainingLogProvider } from '../../../../training-log/training-log-provider.tsx';

export const metadata: Metadata = { title: 'Session' };

export default async function SessionPage({ params }: { params: Promise<{ sessionId: string }> }) {
  const { sessionId } = await params;
  const { me, session } = await readAsClient(async (api) => {
    const found = await api.session.get({ sessionId });
    return { me: found.client, session: describeSession(found, found.client.unit) };
  });
  return (
    <TrainingLogProvider clientId={me.clientId}>
      <main id="content" className="mx-auto max-w-[30rem] px-5">
        <RouterLinks>
          {session.lines.length === 0 ? (
            <EmptySession session={session} />
          ) : (
            <SessionScreen
              session={session}
              figures={session.lines.map(({ exerciseId, prescriptionId, tempo }) => (
                <ExerciseFigure key={prescriptionId} exerciseId={exerciseId} size="session" moving tempo={tempo} />
              ))}
            />
          )}
        </RouterLinks>
      </main>
      <KeepPages pages={[`/session/${sessionId}`, '/today']} />
    </TrainingLogProvider>
  );
}
