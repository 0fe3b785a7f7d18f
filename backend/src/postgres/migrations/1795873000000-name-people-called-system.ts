import type { MigrationInterface, QueryRunner } from 'typeorm';

const shown = (account: string): string =>
  `CASE ${account} WHEN 'system' THEN '@system' ELSE ${account} END`;

/** Whose account it was when the alert stood so: kept with it, else with the move that they made. */
const HOLDER_OF_VERSION = `coalesce(v.body->>'holderAccount', (
    SELECT t.account FROM alert_transition t
    WHERE t.alert_id = v.alert_id AND t.by = 'system' AND t.to_state IN ('acknowledged', 'snoozed')
      AND round(date_part('epoch', t.at) * 1000) <= (v.body->>'stateSince')::double precision
    ORDER BY t.id DESC LIMIT 1))`;

/**
 * People could once be called as the machine signs. They, and the alerts that are or were with them, go by their user name from now on, as who
 * moved an alert does already.
 */
const UP = [
  `UPDATE account SET name = ${shown('username')} WHERE name = 'system'`,
  `UPDATE alert SET holder = ${shown('holder_account')} WHERE holder = 'system' AND holder_account IS NOT NULL`,
  `UPDATE alert_version SET body = jsonb_set(body, '{holder}', to_jsonb(${shown('of.account')}))
   FROM (SELECT v.id, ${HOLDER_OF_VERSION} AS account FROM alert_version v WHERE v.body->>'holder' = 'system') of
   WHERE of.id = alert_version.id AND of.account IS NOT NULL`,
  `UPDATE board_row SET body = jsonb_set(body, '{alerts}', (
     SELECT jsonb_agg(CASE WHEN one->>'holder' = 'system' AND one->>'holderAccount' IS NOT NULL
       THEN jsonb_set(one, '{holder}', to_jsonb(${shown("(one->>'holderAccount')")})) ELSE one END ORDER BY n)
     FROM jsonb_array_elements(body->'alerts') WITH ORDINALITY AS each (one, n)))
   WHERE body->'alerts' @> '[{"holder": "system"}]'`,
];

export class NamePeopleCalledSystem1795873000000 implements MigrationInterface {
  name = 'NamePeopleCalledSystem1795873000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  /** What they were called says nothing that the user name does not. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
