import { type HeldJob, type TaskName } from "../ports/job-queue";
import { prepared } from "../ports/prepared";
import { type JobPool } from "./job-pool";
import { type LaneName } from "./kinds/lanes";

/** Due jobs of one branch, or of no particular branch, in a lane. */
export interface DueJobs {
  readonly priority: number;
  /** '' means no branch. */
  readonly branchId: string;
  /** How many there are, as far as they were counted. */
  readonly count: number;
  /** Due time of the oldest, in milliseconds of the database's clock. */
  readonly since: number;
}

/** How many jobs of which branch may be claimed. */
export interface Share extends Pick<DueJobs, "priority" | "branchId"> {
  readonly most: number;
  /** How many of those may be jobs whose place in the branch's line is still to come. */
  readonly mostBehind: number;
}

/** A job that this process has claimed. */
export interface ClaimedJob extends HeldJob {
  readonly task: TaskName;
  readonly payload: unknown;
  readonly branchId: string;
  readonly queue: string | null;
}

/** A job held by this many processes in a row when they died may be what killed them. */
const SUSPECT_AFTER = 3;

/** No other job of its queue is running. */
const QUEUE_IS_FREE = `(
  queue is null or not exists (select from jobs other where other.queue = jobs.queue and other.owner is not null)
)`;

const IS_DUE = "owner is null and not dead and due_at <= now()";
const IS_SUSPECT = `crashes >= ${SUSPECT_AFTER}`;
const IS_TRUSTED = `crashes < ${SUSPECT_AFTER}`;

/**
 * Goes from branch to branch along the index, however much each has waiting: about 13 µs for each
 * branch that has anything waiting.
 *
 * @param which which of the due jobs count
 */
const dueWhere = (which: string) =>
  prepared(`
    with recursive waiting as (
      (
        select priority, branch_id from jobs where lane = $1 and owner is null and not dead
        order by priority, branch_id limit 1
      )
      union all
      select next.priority, next.branch_id from waiting, lateral (
        select priority, branch_id from jobs
        where lane = $1 and owner is null and not dead and (priority, branch_id) > (waiting.priority, waiting.branch_id)
        order by priority, branch_id limit 1
      ) next
    )
    select waiting.priority, waiting.branch_id as "branchId", due.count, due.since from waiting, lateral (
      select count(*)::int as count, (extract(epoch from min(due_at)) * 1000)::float8 as since from (
        select due_at from jobs
        where lane = $1 and priority = waiting.priority and branch_id = waiting.branch_id
          and ${IS_DUE} and ${which}
        order by due_at limit $2
      ) counted
    ) due
    where due.count > 0`);

const DUE = dueWhere(IS_TRUSTED);
/** A suspect counts only if it could start. */
const DUE_SUSPECTS = dueWhere(`${IS_SUSPECT} and ${QUEUE_IS_FREE}`);

/**
 * In the lane of orders, a job has a place in its branch's line: anyone who floods it ends up far
 * behind (docs/adr/0032).
 */
const PLACED_LANE: LaneName = "orders";

interface Line {
  readonly lane: string;
  readonly first: "due_at" | "place_at";
  /** Which of the jobs found, numbered in their order, may be taken. */
  readonly mayGo: string;
}

const IN_TURN: Line = { lane: "$2::text", first: "due_at", mayGo: "true" };
const PLACED: Line = {
  // Its index covers only this lane, so the lane has to appear literally in the statement.
  lane: `'${PLACED_LANE}' and lane = $2::text`,
  first: "place_at",
  mayGo: 'place_at <= now() or nth <= "mostBehind"',
};

/**
 * Takes the first jobs of each share that no one else is about to take, and only one per queue.
 * With a lease that others have taken away, it takes nothing. Every claim counts as an attempt,
 * because a job that kills its process cannot count itself.
 */
const claimIn = ({ lane, first, mayGo }: Line, which: string) =>
  prepared(`
    with share as (
      select * from json_to_recordset($3::json)
        as s (priority smallint, "branchId" text, most int, "mostBehind" int)
    ), found as (
      select picked.*, share."mostBehind" from share, lateral (
        select id, queue, priority, branch_id, due_at, place_at from jobs
        where lane = ${lane} and priority = share.priority and branch_id = share."branchId"
          and ${IS_DUE} and ${which} and ${QUEUE_IS_FREE}
        order by ${first}, id limit share.most for no key update of jobs skip locked
      ) picked
    ), numbered as (
      select *, row_number() over (partition by priority, branch_id order by ${first}, id) as nth from found
    ), chosen as (
      select distinct on (coalesce(queue, id::text)) id from numbered where ${mayGo}
      order by coalesce(queue, id::text), id
    )
    update jobs set owner = $1, generation = generation + 1, attempts = attempts + 1
    -- Not a join, which a plan made while the table was small would answer by reading all of it.
    where id = any (array(select id from chosen))
      and exists (select from worker_leases where owner = $1 and until > clock_timestamp())
    returning id::text, generation, owner, task, payload, branch_id as "branchId", queue`);

const claimsIn = (line: Line) => ({
  trusted: claimIn(line, IS_TRUSTED),
  suspects: claimIn(line, IS_SUSPECT),
});
const CLAIMS = claimsIn(IN_TURN);
const CLAIMS_PLACED = claimsIn(PLACED);

/**
 * A suspect whose queue is busy is not waited for: its lane would stand still for something that
 * cannot start.
 */
const DUE_LANES = `
  select lane, exists (
    select from jobs where jobs.lane = lane.lane and ${IS_DUE} and ${IS_SUSPECT} and ${QUEUE_IS_FREE}
  ) as suspect
  from unnest($1::text[]) lane where exists (select from jobs where jobs.lane = lane.lane and ${IS_DUE})`;

/**
 * Returns the lanes in which something is due, and whether that includes a suspect that could
 * start.
 */
export function findDueLanes(
  pool: JobPool,
  lanes: readonly LaneName[],
): Promise<{ readonly lane: LaneName; readonly suspect: boolean }[]> {
  return pool.rows(DUE_LANES, [lanes]);
}

/** @param most how many of each are counted at most */
export function findDue(
  pool: JobPool,
  lane: LaneName,
  most: number,
  suspects: boolean,
): Promise<DueJobs[]> {
  return pool.rows<DueJobs>(suspects ? DUE_SUSPECTS : DUE, [lane, most]);
}

/** unique_violation: another process has just claimed a job of the same queue. */
const QUEUE_TAKEN = "23505";

/** Claims nothing if another process takes jobs from one of the queues at the same moment. */
export async function claim(
  pool: JobPool,
  owner: string,
  lane: LaneName,
  shares: readonly Share[],
  suspects: boolean,
): Promise<ClaimedJob[]> {
  const claims = lane === PLACED_LANE ? CLAIMS_PLACED : CLAIMS;
  const statement = suspects ? claims.suspects : claims.trusted;
  return pool
    .rows<ClaimedJob>(statement, [owner, lane, JSON.stringify(shares)])
    .catch((error: unknown) => {
      if ((error as { code?: unknown }).code === QUEUE_TAKEN) return [];
      throw error;
    });
}
