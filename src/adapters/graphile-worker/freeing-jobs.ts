/**
 * A newer job of the same key has taken the place of such a job while it ran: graphile-worker then takes its key and all its
 * tries away, and would keep the row for ever. Whoever runs out of tries by failing has an error to show.
 */
const SUPERSEDED = "key is null and attempts >= max_attempts and last_error is null";

/**
 * The statement that frees jobs which nobody works on, and tells the workers. A try that nobody ended is given back: only
 * failures use tries up, and only they put the next one off.
 *
 * @param which a condition on rows of jobs, in SQL
 */
export function freeingJobs(which: string): string {
  return `
    with superseded as (
      delete from graphile_worker._private_jobs where ${which} and ${SUPERSEDED}
    ), freed as (
      update graphile_worker._private_jobs set locked_at = null, locked_by = null, attempts = greatest(attempts - 1, 0)
      where ${which} and not (${SUPERSEDED})
      returning id
    )
    select pg_notify('jobs:insert', json_build_object('r', random(), 'count', count(*))::text) from freed`;
}
