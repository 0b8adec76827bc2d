import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Every list is read from its newest entry on along one of these, however long it is. */
const INDEXES: Readonly<Record<string, string>> = {
  orders_in_branch: "on orders (branch_id, created_at, id)",
  orders_by_status: "on orders (branch_id, status, created_at, id)",
  orders_by_state: "on orders (injection_state, created_at, id) where injection_state <> 'IN_POS'",
  orders_by_name: `on orders (lower(customer_name) text_pattern_ops)
    include (customer_name, branch_id, created_at, id)`,
  // Of orders that a till has not closed, those that it may still change are the newest.
  orders_open_since: `on orders (branch_id, coalesce(wanted_at, created_at))
    where status not in ('CLOSED', 'CANCELLED')`,
  orders_to_approve:
    "on orders (status_changed_at) where injection_state = 'IN_POS' and status = 'UNCONFIRMED'",
  order_commands_undone: `on order_commands (order_id)
    where kind = 'CANCEL' and outcome in ('REFUSED', 'UNREACHABLE')`,
  branches_created: "on branches (created_at, id)",
  promotions_of_branches: "on promotions using gin (branch_ids)",
  jobs_dead: "on jobs (id) where dead",
  branches_of_company: "on branches (company_id, created_at, id)",
  settings_changes_of_company: "on settings_changes (company_id, id) where branch_id is null",
};

/** One of the above begins with the same columns, and serves the release before as well. */
const FORMER: Readonly<Record<string, string>> = {
  orders_branch_created: "on orders (branch_id, created_at desc)",
  orders_open: "on orders (branch_id) where status not in ('CLOSED', 'CANCELLED')",
  orders_given_up:
    "on orders (branch_id, created_at) where injection_state in ('FALLBACK_SENT', 'DEAD_LETTERED')",
  orders_name_start: "on orders (lower(customer_name) text_pattern_ops)",
};

/** Orders come and go meanwhile: nobody waits for an index that is built. */
export class ListsByKeys1764000000180 implements MigrationInterface {
  name = "ListsByKeys1764000000180";
  transaction = false;

  /** What broke off begins again: an index that is not whole is built anew. */
  async up(queryRunner: QueryRunner): Promise<void> {
    // It waits for others' transactions to end, and nobody waits for it meanwhile.
    await queryRunner.query("set lock_timeout = '15min'");
    for (const [name, on] of Object.entries(INDEXES)) {
      await queryRunner.query(`drop index concurrently if exists ${name}`);
      await queryRunner.query(`create index concurrently ${name} ${on}`);
    }
    for (const name of Object.keys(FORMER))
      await queryRunner.query(`drop index concurrently if exists ${name}`);
    await queryRunner.query("reset lock_timeout");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const [name, on] of Object.entries(FORMER))
      await queryRunner.query(`create index ${name} ${on}`);
    await queryRunner.query(`drop index ${Object.keys(INDEXES).join()}`);
  }
}
