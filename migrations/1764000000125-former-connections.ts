import { type MigrationInterface, type QueryRunner } from "typeorm";

/** An order remembers where it was sent and with which key; a branch's former connections are kept while orders are there. */
export class FormerConnections1764000000125 implements MigrationInterface {
  name = "FormerConnections1764000000125";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table pos_orders add key_id text");
    await queryRunner.query(`
      create table former_connections (
        branch_id uuid not null,
        organization_id uuid not null,
        key_id text not null,
        pos text not null,
        credential_sealed text not null,
        left_at timestamptz not null,
        primary key (branch_id, organization_id, key_id),
        constraint former_connections_branch_fk foreign key (branch_id) references branches (id) on delete cascade
      )
    `);
    await queryRunner.query(`
      create table lost_organizations (
        key_id text not null,
        organization_id uuid not null,
        lost_at timestamptz not null,
        ask_at timestamptz not null,
        primary key (key_id, organization_id)
      )
    `);
    // Orders under way were sent where their branches are connected now; what nobody can tell of them is their key.
    await queryRunner.query(`
      update pos_orders sent set organization_id = settings.organization_id
      from orders join branch_settings settings on settings.branch_id = orders.branch_id
      where orders.id = sent.order_id and sent.organization_id is null
        and orders.status not in ('CLOSED', 'CANCELLED')
        and coalesce(orders.wanted_at, orders.created_at) > now() - interval '7 days'
        and exists (
          select from injection_attempts attempt
          where attempt.order_id = sent.order_id and attempt.generation = sent.generation
        )
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop table lost_organizations");
    await queryRunner.query("drop table former_connections");
    await queryRunner.query("alter table pos_orders drop key_id");
  }
}
