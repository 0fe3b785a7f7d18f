import type { EpochMs } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import type { Duty, Interval, Shift } from '../domain/on-call/rota.ts';
import { RotaStore, type RotaChange } from '../pipeline/rota-store.ts';

interface ShiftRow {
  readonly id: string;
  readonly ward_id: string | null;
  readonly duty: Duty;
  readonly username: string;
  readonly from_time: Date;
  readonly to_time: Date;
  readonly origin: Shift['origin'];
  readonly replaces: string | null;
  readonly calendar_uid: string | null;
}

export class TypeormRotaStore extends RotaStore {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async shifts({ from, to }: Interval): Promise<readonly Shift[]> {
    const rows = await this.#source.query<ShiftRow[]>(
      `SELECT id, ward_id, duty, username, from_time, to_time, origin, replaces, calendar_uid FROM duty_shift
       WHERE withdrawn_at IS NULL AND to_time > $1 AND from_time < $2 ORDER BY from_time, made_at, id`,
      [iso(from), iso(to)],
    );
    return rows.map((row) => ({
      ...{ id: row.id, ward: row.ward_id, duty: row.duty, username: row.username },
      ...{ from: row.from_time.getTime(), to: row.to_time.getTime() },
      ...{ origin: row.origin, replaces: row.replaces },
      ...(row.calendar_uid !== null && { calendarUid: row.calendar_uid }),
    }));
  }

  async change({ withdraw, add, by, at }: RotaChange): Promise<boolean> {
    const runner = this.#source.createQueryRunner();
    try {
      await runner.startTransaction();
      const withdrawn = (await runner.query(
        `UPDATE duty_shift SET withdrawn_at = $2, withdrawn_by = $3
         WHERE id = ANY($1) AND withdrawn_at IS NULL RETURNING id`,
        [withdraw, iso(at), by],
      )) as [unknown[], number];
      if (withdrawn[1] !== withdraw.length) {
        await runner.rollbackTransaction();
        return false;
      }
      for (const shift of add) {
        await runner.query(
          `INSERT INTO duty_shift (id, ward_id, duty, username, from_time, to_time, origin, replaces, made_at, made_by, calendar_uid)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
          [
            ...[shift.id, shift.ward, shift.duty, shift.username, iso(shift.from), iso(shift.to)],
            ...[shift.origin, shift.replaces, iso(at), by, shift.calendarUid ?? null],
          ],
        );
      }
      await runner.commitTransaction();
      return true;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  }
}

function iso(time: EpochMs): string {
  return new Date(time).toISOString();
}
