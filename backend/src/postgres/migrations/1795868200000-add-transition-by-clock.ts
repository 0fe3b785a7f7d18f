import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether time alone moved an alert. Of what was written before nobody has said so: null. */
export class AddTransitionByClock1795868200000 implements MigrationInterface {
  name = 'AddTransitionByClock1795868200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE alert_transition ADD COLUMN by_clock boolean');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE alert_transition DROP COLUMN by_clock');
  }
}
