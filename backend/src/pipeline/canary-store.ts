/** What the processes know together of the test alert. Times are the database's own, told as ages. */
export abstract class CanaryStore {
  /** True for one process where the last probe is at least so old; its number, from 1. Null: it is not time. */
  abstract claim(every: number): Promise<number | null>;
  /** Milliseconds since the last probe was sent. */
  abstract sentAgo(): Promise<number>;
  /** True for one process: nobody has been told yet that it is missing. */
  abstract claimTelling(): Promise<boolean>;
  /** It came back: what was told is taken back. */
  abstract takeBack(): Promise<void>;
}
