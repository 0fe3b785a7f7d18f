import type { EpochMs } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';

/** Every patient on a board is looked at by the next turn of the clock. Whose round is being written is left to it. */
export async function wakeBoards(source: DataSource, now: EpochMs): Promise<void> {
  await source.query(
    `UPDATE patient SET next_wake_at = $1 WHERE patient_id IN (
       SELECT p.patient_id FROM patient p JOIN board_row b ON b.patient_id = p.patient_id
       WHERE p.next_wake_at IS NULL OR p.next_wake_at > $1
       FOR UPDATE OF p SKIP LOCKED
     )`,
    [new Date(now).toISOString()],
  );
}
