import { type MigrationInterface, type QueryRunner } from "typeorm";

const UP = [
  `alter table pos_menus
     add column products jsonb not null default '[]',
     add column issues jsonb not null default '[]',
     add column drift jsonb not null default '{"vanished": [], "renumbered": []}',
     add column held_back jsonb,
     add column failing_since timestamptz,
     add column last_error text,
     add constraint pos_menus_failure_told check ((failing_since is null) = (last_error is null))`,
  `update pos_menus set products = coalesce(
     (select jsonb_agg(jsonb_build_object(
        'posProductId', item -> 'posProductId', 'article', item -> 'article', 'name', item -> 'name'))
      from jsonb_array_elements(categories) category, jsonb_array_elements(category -> 'items') item), '[]')`,
  `create table pos_menu_bodies (
     branch_id uuid not null
       constraint pos_menu_bodies_branch_id_fkey references pos_menus (branch_id) on delete cascade,
     held_back boolean not null,
     body_gzip bytea not null,
     received_at timestamptz not null,
     primary key (branch_id, held_back)
   )`,
  // It is compressed already.
  "alter table pos_menu_bodies alter column body_gzip set storage external",
];

const DOWN = [
  "drop table pos_menu_bodies",
  `alter table pos_menus
     drop column products, drop column issues, drop column drift, drop column held_back,
     drop column failing_since, drop column last_error`,
];

/** What keeps the POS menus fresh and shows what is wrong with them: issues, drift, menus held back, raw answers. */
export class PosMenuUpkeep1764000000006 implements MigrationInterface {
  readonly name = "PosMenuUpkeep1764000000006";

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await queryRunner.query(statement);
  }
}
