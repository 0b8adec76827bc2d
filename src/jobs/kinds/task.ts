import { type z } from "zod";

import { type HeldJob, type TaskName, type Tasks } from "../../ports/job-queue";
import { type LaneName } from "./lanes";

/** How often recurring work runs automatically. */
export interface Period {
  /** From the start of a process, or from when its job was found to be missing, to the next run. */
  readonly firstMs: number;
  /** From the beginning of one run to the next. */
  readonly everyMs: number;
}

/** Settings that periods depend on. */
export interface PeriodSettings {
  /** Interval between two polls of a POS key with open orders; 0: nothing is polled. */
  readonly pollEverySeconds: number;
}

/**
 * The complete definition of one kind of job; each has its own file in `tasks/`. Its name and its
 * payload are declared in `ports/job-queue`.
 */
export interface Task<T extends TaskName, UseCases> {
  readonly name: T;
  /** Slow work of one lane never delays another. */
  readonly lane: LaneName;
  /** Within the lane; lower goes first. */
  readonly priority: number;
  /**
   * The shape of a payload. Jobs outlive versions, so fields that this one does not know are
   * dropped.
   */
  readonly payload: z.ZodType<Tasks[T]>;
  /**
   * Safe to repeat: a job runs again if its process dies before its end is written. "ended": the
   * end was written together with the results.
   */
  readonly run: (useCases: UseCases, payload: Tasks[T], job: HeldJob) => Promise<void | "ended">;
  /** The order whose trace the job belongs to; none if omitted. */
  readonly orderOf?: (payload: Tasks[T]) => string;
  /** Only for recurring work; null: not under these settings. */
  readonly period?: Period | ((settings: PeriodSettings) => Period | null);
}

/** Declares a task; the types of its parts follow from its name. */
export function task<T extends TaskName, UseCases>(its: Task<T, UseCases>): Task<T, UseCases> {
  return its;
}
