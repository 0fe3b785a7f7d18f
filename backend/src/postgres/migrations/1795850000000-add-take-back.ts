import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which notices are over, and which deliveries may have got there; two people may have the same pager or mailbox. */
const UP = [
  `ALTER TABLE notice ADD COLUMN over_at timestamptz`,
  `ALTER TABLE delivery ADD COLUMN maybe_sent boolean NOT NULL DEFAULT false`,
  `UPDATE delivery SET maybe_sent = true WHERE claimed_until IS NOT NULL OR sent_at IS NOT NULL`,
  `ALTER TABLE contact DROP CONSTRAINT contact_channel_address_key`,
  `CREATE UNIQUE INDEX contact_browser ON contact (address) WHERE channel = 'web-push'`,
];

export class AddTakeBack1795850000000 implements MigrationInterface {
  name = 'AddTakeBack1795850000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX contact_browser');
    // Only one of those who share an address can stay.
    await runner.query(
      `DELETE FROM contact c USING contact o WHERE o.channel = c.channel AND o.address = c.address AND o.id < c.id`,
    );
    await runner.query('ALTER TABLE contact ADD UNIQUE (channel, address)');
    await runner.query('ALTER TABLE delivery DROP COLUMN maybe_sent');
    await runner.query('ALTER TABLE notice DROP COLUMN over_at');
  }
}
