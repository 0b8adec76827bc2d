import { type MigrationInterface, type QueryRunner } from "typeorm";

/** A branch's events are numbered once they are committed; numbers, unlike transaction ids, mean the same in every cluster. */
export class BranchPositions1764000000127 implements MigrationInterface {
  name = "BranchPositions1764000000127";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("alter table order_events add branch_position bigint");
    await queryRunner.query(`
      create table branch_histories (
        branch_id uuid primary key,
        last_position bigint not null
      )
    `);
    await queryRunner.query(`
      create unique index order_events_in_branch on order_events (branch_id, branch_position)
      where branch_position is not null
    `);
    await queryRunner.query(
      "create index order_events_unnumbered on order_events (branch_id) where branch_position is null",
    );
    await this.numbering(queryRunner);
  }

  /**
   * Whatever a statement sees is committed, so what is seen and has no number gets the next ones; what commits later gets
   * later ones. The row of branch_histories is the lock: one numbers at a time, and each statement of a function sees what
   * was committed before it began.
   *
   * Events that were there before this migration were told in the order of their transactions, and are numbered in it.
   */
  private async numbering(queryRunner: QueryRunner): Promise<void> {
    const [{ last }] = (await queryRunner.query(
      "select coalesce(max(position), 0)::text as last from order_events",
    )) as [{ last: string }];
    await queryRunner.query(`
      create function number_branch_events(branch uuid, most integer, out last bigint, out more boolean)
      language plpgsql
      -- How many wait is nothing that statistics know; read through indexes it costs what it numbers.
      set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
      as $$
      declare
        numbered bigint;
      begin
        more := false;
        if not exists (select from order_events e where e.branch_id = branch and e.branch_position is null) then
          select h.last_position into last from branch_histories h where h.branch_id = branch;
          last := coalesce(last, 0);
          return;
        end if;
        insert into branch_histories values (branch, 0) on conflict do nothing;
        select h.last_position into last from branch_histories h where h.branch_id = branch for no key update;
        with next as (
          select e.id, row_number() over (
            order by e.position > ${last}, case when e.position <= ${last} then e.xid end, e.position
          ) as n
          from order_events e where e.branch_id = branch and e.branch_position is null
          order by n limit most
        )
        update order_events e set branch_position = last + next.n from next where e.id = next.id;
        get diagnostics numbered = row_count;
        if numbered > 0 then
          last := last + numbered;
          update branch_histories h set last_position = last where h.branch_id = branch;
        end if;
        more := numbered = most;
      end
      $$
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("drop function number_branch_events");
    await queryRunner.query("drop index order_events_unnumbered, order_events_in_branch");
    await queryRunner.query("drop table branch_histories");
    await queryRunner.query("alter table order_events drop branch_position");
  }
}
