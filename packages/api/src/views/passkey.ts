/** A passkey that somebody can sign in with. */
export interface PasskeyView {
  readonly passkeyId: string;
  readonly name: string;
  readonly addedAt: Date;
  readonly lastUsedAt: Date | null;
  /** Kept by a password manager, so that it survives the device. */
  readonly isBackedUp: boolean;
}

export interface PasskeysView {
  readonly passkeys: readonly PasskeyView[];
  /** Whether this browser's sign-in is fresh enough to add or remove one. */
  readonly canChange: boolean;
}
