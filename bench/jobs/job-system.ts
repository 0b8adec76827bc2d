import { type EntityManager } from "typeorm";

/** A system that runs jobs in the background. */
export interface JobSystem {
  readonly name: string;
  /** Its worker, a file below dist/bench. */
  readonly worker: string;
  /** Adds jobs as part of `tx`. */
  enqueue(tx: EntityManager, ids: readonly string[], delayMs?: number): Promise<void>;
  /** The ids of jobs that are not done. */
  waiting(): Promise<string[]>;
  /** Drops all jobs. */
  clear(): Promise<void>;
  close(): Promise<void>;
}
