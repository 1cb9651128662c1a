import { auditEntry } from '@groundwork/db/schema/audit';
import type { PracticeScope } from '@groundwork/db/scope';
import { v7 as uuidv7 } from 'uuid';

export type Actor =
  | { readonly kind: 'member' | 'client'; readonly id: string }
  | { readonly kind: 'visitor' | 'worker'; readonly id?: undefined };

export interface AuditFact {
  readonly actor: Actor;
  /** A verb in the past: "program.published". */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly reason?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Writes who did what and why, in the transaction of the change. */
export async function writeAudit(call: {
  readonly scope: PracticeScope;
  readonly now: Date;
  readonly facts: readonly AuditFact[];
}): Promise<void> {
  const { scope, now, facts } = call;
  if (facts.length === 0) return;
  await scope.tx.insert(auditEntry).values(
    facts.map(({ actor, action, subjectKind, subjectId, reason, data }) => ({
      practiceId: scope.practiceId,
      id: uuidv7(),
      actorKind: actor.kind,
      actorId: actor.id ?? null,
      action,
      subjectKind,
      subjectId,
      reason: reason ?? '',
      data: data ?? {},
      at: now,
    })),
  );
}
