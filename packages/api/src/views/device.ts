/** A browser that somebody is signed in with. */
export interface DeviceView {
  readonly deviceId: string;
  readonly app: 'coach' | 'portal';
  /** "Firefox on Android". */
  readonly name: string;
  readonly signedInAt: Date;
  /** Within ten minutes. */
  readonly lastSeenAt: Date;
  readonly isThisOne: boolean;
}
