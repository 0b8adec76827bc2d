import { type Pool } from "pg";

/** One step of an order's history, as operators see it. */
export interface TimelineStep {
  readonly at: Date;
  readonly source: string;
  readonly summary: string;
}

const TIMELINE = `
  select e.at, e.source, e.summary ->> 'en' as summary
  from order_events e join orders o on o.id = e.order_id where o.number = $1
  union all
  select a.started_at, 'ATTEMPT', concat_ws(' ', a.number, 'of generation', a.generation, a.outcome, a.finished_at::text, a.fault ->> 'code', a.fault ->> 'message')
  from injection_attempts a join orders o on o.id = a.order_id where o.number = $1
  union all
  select p.created_at, 'POS ID', concat_ws(' ', p.id_in_pos, 'of generation', p.generation, 'at', p.organization_id_in_pos)
  from pos_orders p join orders o on o.id = p.order_id where o.number = $1
  union all
  select j.due_at, 'JOB', concat_ws(' ', j.task, 'attempt', j.attempts, 'crashes', j.crashes, 'owner', j.owner, j.last_error)
  from jobs j join orders o on j.payload ->> 'orderId' = o.id::text where o.number = $1
  order by 1`;

/**
 * The history of the order with this number, with its attempts, its ids in the POS and the jobs
 * that are left.
 */
export async function timelineOf(pool: Pool, number: string): Promise<TimelineStep[]> {
  return (await pool.query<TimelineStep>(TIMELINE, [number])).rows;
}
