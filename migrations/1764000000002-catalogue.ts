import { type MigrationInterface, type QueryRunner } from "typeorm";

const UP = `
create table sections (
  id uuid primary key,
  branch_id uuid not null constraint sections_branch_id_fkey references branches (id) on delete cascade,
  name text not null,
  slug text not null,
  position integer not null,
  constraint sections_branch_id_slug_key unique (branch_id, slug),
  constraint sections_name_check check (char_length(name) between 1 and 100),
  constraint sections_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint sections_position_check check (position >= 0)
);

create table products (
  id uuid primary key,
  branch_id uuid not null constraint products_branch_id_fkey references branches (id) on delete cascade,
  section_id uuid not null constraint products_section_id_fkey references sections (id) on delete cascade,
  position integer not null,
  article text not null,
  name text not null,
  description text,
  image_urls text[] not null,
  pos_product_id text not null,
  compound boolean not null,
  nutrition jsonb,
  created_at timestamptz not null default now(),
  constraint products_branch_id_article_key unique (branch_id, article),
  constraint products_article_check check (article ~ '^[0-9]{1,20}$'),
  constraint products_name_check check (name <> ''),
  constraint products_position_check check (position >= 0)
);
create index products_section_id_position_idx on products (section_id, position);

create table product_sizes (
  id uuid primary key,
  product_id uuid not null constraint product_sizes_product_id_fkey references products (id) on delete cascade,
  pos_size_id text,
  name text,
  price bigint,
  is_default boolean not null,
  position integer not null,
  constraint product_sizes_product_id_pos_size_id_key unique nulls not distinct (product_id, pos_size_id),
  constraint product_sizes_price_check check (price >= 0),
  constraint product_sizes_position_check check (position >= 0)
);

create table option_groups (
  id uuid primary key,
  product_id uuid not null constraint option_groups_product_id_fkey references products (id) on delete cascade,
  pos_group_id text,
  name text not null,
  min integer not null,
  max integer not null,
  free_amount integer not null,
  position integer not null,
  constraint option_groups_amounts_check check (min >= 0 and max >= 0 and free_amount >= 0),
  constraint option_groups_position_check check (position >= 0)
);
create index option_groups_product_id_idx on option_groups (product_id);

create table options (
  id uuid primary key,
  option_group_id uuid not null
    constraint options_option_group_id_fkey references option_groups (id) on delete cascade,
  pos_product_id text not null,
  article text,
  name text not null,
  price bigint not null,
  price_by_size jsonb not null,
  min integer not null,
  max integer not null,
  by_default integer not null,
  free_amount integer not null,
  position integer not null,
  constraint options_option_group_id_pos_product_id_key unique (option_group_id, pos_product_id),
  constraint options_article_check check (article ~ '^[0-9]{1,20}$'),
  constraint options_price_check check (price >= 0),
  constraint options_amounts_check check (min >= 0 and max >= 0 and by_default >= 0 and free_amount >= 0),
  constraint options_position_check check (position >= 0)
);

create table pos_menus (
  branch_id uuid primary key constraint pos_menus_branch_id_fkey references branches (id) on delete cascade,
  source text not null,
  revision text,
  content_hash text not null,
  categories jsonb not null,
  refreshed_at timestamptz not null
);

create table catalog_plans (
  id uuid primary key,
  branch_id uuid not null constraint catalog_plans_branch_id_fkey references branches (id) on delete cascade,
  section_id uuid constraint catalog_plans_section_id_fkey references sections (id) on delete cascade,
  kind text not null,
  base_version integer not null,
  source_revision text,
  summary jsonb not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  applied_at timestamptz,
  apply_key text,
  constraint catalog_plans_branch_id_apply_key_key unique (branch_id, apply_key),
  constraint catalog_plans_kind_check check (kind in ('IMPORT_SECTION'))
);
create index catalog_plans_branch_id_expires_at_idx on catalog_plans (branch_id, expires_at);

create table catalog_plan_changes (
  plan_id uuid not null
    constraint catalog_plan_changes_plan_id_fkey references catalog_plans (id) on delete cascade,
  position integer not null,
  article text not null,
  action text not null,
  name text,
  reason jsonb,
  fields jsonb not null,
  target jsonb,
  primary key (plan_id, position),
  constraint catalog_plan_changes_action_check check (action in ('CREATE', 'UPDATE', 'UNCHANGED', 'BLOCKED')),
  constraint catalog_plan_changes_target_check check ((action in ('CREATE', 'UPDATE')) = (target is not null)),
  constraint catalog_plan_changes_reason_check check ((action = 'BLOCKED') = (reason is not null))
);
`;

const DOWN = `
drop table catalog_plan_changes, catalog_plans, pos_menus, options, option_groups, product_sizes, products, sections;
`;

/** Sections, products, sizes and options; the POS menus they are imported from; the plans of those imports. */
export class Catalogue1764000000002 implements MigrationInterface {
  readonly name = "Catalogue1764000000002";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}
