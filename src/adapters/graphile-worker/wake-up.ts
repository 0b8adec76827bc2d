import { type WorkerEvents, type WorkerPool } from "graphile-worker";
import { type EntityManager } from "typeorm";

import { notifyAtCommit } from "../../ports/commit-notices";
import { type TaskName } from "../../ports/job-queue";
import { type LaneName, LANES, TASK_PLACES } from "./lanes";
import { type ProcessSession } from "./process-session";

const CHANNEL = "gateway_jobs";

/** Wakes a worker in every process once `tx` is committed. @param jobId so that each job wakes a worker of its own */
export function wakeAtCommit(tx: EntityManager, task: TaskName, jobId: string): void {
  notifyAtCommit(tx, { channel: CHANNEL, payload: `${task} ${jobId}` });
}

/** Wakes the workers of this process, and only those of the lane that has something to do. */
export class WakeUps {
  private readonly pools = new Map<LaneName, WorkerPool>();

  static async listen(session: ProcessSession): Promise<WakeUps> {
    const wakeUps = new WakeUps();
    await session.listen(CHANNEL, (payload) => wakeUps.hear(payload?.split(" ")[0]));
    return wakeUps;
  }

  /** Follows the lane's workers from their start to their end. */
  follow(lane: LaneName, events: WorkerEvents): void {
    events.on("pool:create", ({ workerPool }) => this.pools.set(lane, workerPool));
    events.on("pool:gracefulShutdown", () => this.pools.delete(lane));
  }

  /** @param task undefined after a gap: there may be anything to do */
  hear(task: string | undefined): void {
    if (task === undefined) return this.pools.forEach((pool, lane) => pool.nudge(LANES[lane].workers));
    if (Object.hasOwn(TASK_PLACES, task)) this.wake(TASK_PLACES[task as TaskName].lane);
  }

  /** Has one more worker of the lane look for work. */
  wake(lane: LaneName): void {
    this.pools.get(lane)?.nudge(1);
  }
}
