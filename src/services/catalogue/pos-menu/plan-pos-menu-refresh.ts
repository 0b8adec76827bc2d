import { type EntityManager } from "typeorm";

import { type UserError } from "../../../domain/errors/user-error";
import { UserErrorCode } from "../../../domain/errors/user-error-code";
import { isPosKeyFailure } from "../../../domain/pos/pos-key-failure";
import { ownTurn } from "../../../domain/time/own-turn";
import { Refused } from "../../../errors";
import { type AnyJob, type JobQueue } from "../../../ports/job-queue";

/** Range of the delay until the next refresh; within it each branch has a fixed position. */
export interface Pause {
  readonly leastMs: number;
  readonly mostMs: number;
}

export const USUAL_PAUSE: Pause = { leastMs: 480_000, mostMs: 720_000 };
/** A POS that has recovered is noticed within a minute. */
const SHORT_PAUSE: Pause = { leastMs: 25_000, mostMs: 45_000 };

interface Parts {
  readonly tx: EntityManager;
  readonly jobs: JobQueue;
  readonly now: Date;
}

/** Plans a branch's next refresh, replacing an earlier plan. */
export async function planRefresh(
  { tx, jobs, now }: Parts,
  branchId: string,
  pause: Pause,
): Promise<void> {
  await jobs.enqueueEach(tx, [refreshOf(branchId, pause, now)]);
}

/** Gives branches a turn, all in one statement. Those that already have a plan keep it. */
export async function planFirstRefreshes(
  { tx, jobs, now }: Parts,
  branchIds: readonly string[],
  pause: Pause,
): Promise<void> {
  const planned = branchIds.map((branchId) => refreshOf(branchId, pause, now, true));
  await jobs.enqueueEach(tx, planned);
}

/**
 * Branches of one chain do not all ask simultaneously: the delay ends at the branch's own position.
 */
function refreshOf(
  branchId: string,
  { leastMs, mostMs }: Pause,
  now: Date,
  keepRunAt = false,
): AnyJob {
  const turn = ownTurn(branchId, mostMs - leastMs, new Date(now.getTime() + leastMs));
  const delayMs = turn.getTime() - now.getTime();
  const options = { delayMs, branchId, keepRunAt, key: `refresh-pos-menu:${branchId}` };
  return { task: "refresh-pos-menu", payload: { branchId }, options };
}

/**
 * How soon to try again after a failure. Requests that the POS itself refused are not repeated
 * immediately, because it blocks keys that repeat invalid calls. While a key is stopped nothing is
 * requested with it. null: never, because the branch does not exist.
 */
export function pauseAfter(error: unknown): Pause | null {
  const [userError] = error instanceof Refused ? (error.userErrors as readonly UserError[]) : [];
  if (userError?.code === UserErrorCode.NOT_FOUND) return null;
  const said = userError?.upstream?.code ?? null;
  const mayPass = userError?.upstream !== undefined && (said === null || isPosKeyFailure(said));
  return mayPass ? SHORT_PAUSE : USUAL_PAUSE;
}
