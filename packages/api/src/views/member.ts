import type { StaffRole } from './coach-today.ts';

/** Somebody who works in the practice. */
export interface MemberView {
  readonly memberId: string;
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
  /** Since when she may not come in; null while she may. */
  readonly suspendedAt: Date | null;
  /** How many clients she coaches: they stay hers, and the owner sees them. */
  readonly clients: number;
  readonly isMe: boolean;
}

export interface MemberChanged {
  readonly memberId: string;
  readonly suspendedAt: Date | null;
}
