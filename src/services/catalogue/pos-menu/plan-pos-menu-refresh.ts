import { type EntityManager } from "typeorm";

import { type UserError } from "../../../domain/errors/user-error";
import { UserErrorCode } from "../../../domain/errors/user-error-code";
import { isPosKeyFailure } from "../../../domain/pos/pos-key-failure";
import { Refused } from "../../../errors";
import { type JobQueue } from "../../../ports/job-queue";

/** A range, so that branches of one chain drift apart instead of asking all at once. */
export interface Pause {
  readonly leastMs: number;
  readonly mostMs: number;
}

export const USUAL_PAUSE: Pause = { leastMs: 480_000, mostMs: 720_000 };
/** A POS that is back is noticed within a minute. */
const SHORT_PAUSE: Pause = { leastMs: 25_000, mostMs: 45_000 };

/** Plans a branch's next refresh; an earlier plan gives way, unless it is to be kept. */
export async function planRefresh(
  { tx, jobs }: { tx: EntityManager; jobs: JobQueue },
  branchId: string,
  { leastMs, mostMs }: Pause,
  { keepRunAt = false } = {},
): Promise<void> {
  const delayMs = leastMs + Math.random() * (mostMs - leastMs);
  const options = { delayMs, branchId, keepRunAt, key: `refresh-pos-menu:${branchId}` };
  await jobs.enqueue(tx, "refresh-pos-menu", { branchId }, options);
}

/**
 * How soon to try again after a failure. What the POS itself refused is not asked again at once: it
 * blocks keys that repeat faulty calls. While a key is stopped nobody asks it anything. null:
 * never, there is no such branch.
 */
export function pauseAfter(error: unknown): Pause | null {
  const [userError] = error instanceof Refused ? (error.userErrors as readonly UserError[]) : [];
  if (userError?.code === UserErrorCode.NOT_FOUND) return null;
  const said = userError?.upstream?.code ?? null;
  const mayPass = userError?.upstream !== undefined && (said === null || isPosKeyFailure(said));
  return mayPass ? SHORT_PAUSE : USUAL_PAUSE;
}
