/**
 * Returns the statement that takes jobs from their holders and lets them wait again. If a newer job
 * with the same key is waiting, that one replaces both.
 *
 * @param which a condition on rows of jobs, in SQL
 * @param changes of their columns, in SQL
 * @param notAfter when the newer job of a key runs at the latest, in SQL; if omitted, or if that
 *   job is firm, it keeps its time
 */
export function puttingBack(which: string, changes: string, notAfter?: string): string {
  const sooner = `
    , sooner as (
      update jobs waiting set due_at = least(waiting.due_at, held.not_after) from held
      where waiting.key = held.key and waiting.owner is null and not waiting.dead and not waiting.firm
    )`;
  return `
    with held as (
      select id, key${notAfter === undefined ? "" : `, ${notAfter} as not_after`} from jobs
      where owner is not null and ${which} order by id for no key update
    ), superseded as (
      delete from jobs using held
      where jobs.id = held.id and (
        exists (select from jobs waiting where waiting.key = held.key and waiting.owner is null and not waiting.dead)
        or exists (select from held newer where newer.key = held.key and newer.id > held.id)
      )
      returning jobs.id
    )${notAfter === undefined ? "" : sooner}
    update jobs set owner = null, generation = generation + 1, ${changes}
    where id in (select id from held except select id from superseded)
    returning id::text, dead`;
}
