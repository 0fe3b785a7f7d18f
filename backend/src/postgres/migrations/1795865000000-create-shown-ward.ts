import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Wards as they are shown: what the messages say of them, and over it what an administrator has set. */
export class CreateShownWard1795865000000 implements MigrationInterface {
  name = 'CreateShownWard1795865000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE VIEW shown_ward AS
      SELECT w.id, coalesce(s.value ->> 'name', w.name) AS name, w.name AS stream_name, w.sequence, s.value AS places
      FROM ward w LEFT JOIN LATERAL (
        SELECT value FROM site_setting WHERE name = 'ward-places' AND ward_id = w.id ORDER BY id DESC LIMIT 1
      ) s ON true`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW shown_ward');
  }
}
