import { type MigrationInterface, type QueryRunner } from "typeorm";

/** The streets that a POS knows, by organization, and what they are found by. */
export class Streets1764000000202 implements MigrationInterface {
  name = "Streets1764000000202";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table street_lists (
        organization_id_in_pos text,
        content_hash text not null default '',
        streets integer not null default 0,
        read_at timestamptz,
        due_at timestamptz not null,
        constraint street_lists_pkey primary key (organization_id_in_pos)
      )`);
    await queryRunner.query(`
      create table streets (
        organization_id_in_pos text,
        id_in_pos text,
        city text not null,
        name text not null,
        key text collate "C" not null,
        words text not null,
        constraint streets_pkey primary key (organization_id_in_pos, id_in_pos),
        constraint streets_list_fk foreign key (organization_id_in_pos) references street_lists on delete cascade
      )`);
    await queryRunner.query("create index streets_by_key on streets (organization_id_in_pos, key)");
    await queryRunner.query(`
      create table street_words (
        organization_id_in_pos text,
        word text collate "C",
        street_id_in_pos text,
        constraint street_words_pkey primary key (organization_id_in_pos, word, street_id_in_pos),
        constraint street_words_list_fk foreign key (organization_id_in_pos) references street_lists on delete cascade
      )`);
    await queryRunner.query(
      `alter table branch_settings
        add delivery_streets text not null default 'NONE',
        add constraint branch_settings_delivery_streets check (delivery_streets in ('NONE', 'OFFERED', 'REQUIRED'))`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table branch_settings drop delivery_streets");
    await queryRunner.query("drop table street_words, streets, street_lists");
  }
}
