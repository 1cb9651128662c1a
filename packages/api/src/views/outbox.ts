export type MailStatus = 'queued' | 'sent' | 'failed';
export type MailTemplate =
  | 'sign-in'
  | 'passkey'
  | 'invitation'
  | 'waitlist-confirm'
  | 'offer'
  | 'offer-reminder'
  | 'offer-expired'
  | 'program-published';

export interface MailRow {
  readonly mailId: string;
  readonly recipient: string;
  readonly subject: string;
  readonly template: string;
  readonly status: MailStatus;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}

export interface MailList {
  /** Newest first. */
  readonly mails: readonly MailRow[];
  /** Pass as `before` for the next page; null at the end. */
  readonly nextBefore: string | null;
}

/** A sign-in letter's body is withheld (null): it would let one colleague sign in as another. */
export interface MailView extends MailRow {
  readonly html: string | null;
  readonly text: string | null;
}

export interface AuditRow {
  readonly auditId: string;
  readonly actorKind: 'member' | 'client' | 'visitor' | 'worker';
  /** The member's or client's name; null for the others. */
  readonly actorName: string | null;
  /** A verb in the past: "program.published". */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly reason: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

export interface AuditList {
  readonly entries: readonly AuditRow[];
  readonly nextBefore: string | null;
}
