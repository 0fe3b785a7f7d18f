/** Milliseconds. */
export interface CanaryAges {
  /** Since the last probe was sent. */
  readonly sentAgo: number;
  /** Since a notice of one was taken by who delivers notices; null = none was yet. */
  readonly handedOutAgo: number | null;
}

/** What the processes know together of the test alert. Times are the database's own, told as ages. */
export abstract class CanaryStore {
  /** True for one process where the last probe is at least so old; its number, from 1. Null: it is not time. */
  abstract claim(every: number): Promise<number | null>;
  abstract ages(): Promise<CanaryAges>;
  /** Has the notice of an alert that came told, as that of any alert is; not while one is on its way. */
  abstract handIn(): Promise<void>;
  /** Such a notice was taken by who delivers notices. */
  abstract handedOut(): Promise<void>;
  /** True for one process: nobody has been told yet that it is missing. */
  abstract claimTelling(): Promise<boolean>;
  /** It came back: what was told is taken back. */
  abstract takeBack(): Promise<void>;
}
