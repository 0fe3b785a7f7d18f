import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What calendars know a shift by, where that is not made of its id. */
export class AddCalendarUid1795862000000 implements MigrationInterface {
  name = 'AddCalendarUid1795862000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE duty_shift ADD COLUMN calendar_uid text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE duty_shift DROP COLUMN calendar_uid');
  }
}
