import { type z } from "zod";

import { type HeldJob, type TaskName, type Tasks } from "../../ports/job-queue";
import { type LaneName } from "./lanes";

/** How often work comes again by itself. */
export interface Period {
  /**
   * From the start of a process, or from when its job was found to be missing, to the next time.
   */
  readonly firstMs: number;
  /** From the beginning of one time to the next. */
  readonly everyMs: number;
}

/** Settings that periods depend on. */
export interface PeriodSettings {
  /** Between two polls of a POS key with orders under way; 0: nothing is polled. */
  readonly pollEverySeconds: number;
}

/**
 * One kind of job, whole: a file of `tasks/` each. Its name and what its payload carries stand in
 * `ports/job-queue`.
 */
export interface Task<T extends TaskName, UseCases> {
  readonly name: T;
  /** Slow work of one lane never keeps another waiting. */
  readonly lane: LaneName;
  /** Within the lane; the lower goes first. */
  readonly priority: number;
  /**
   * What a payload must look like. Jobs outlive versions: fields that this one does not know are
   * left out.
   */
  readonly payload: z.ZodType<Tasks[T]>;
  /**
   * Safe to repeat: a job is done again when its process dies before its end is written. "ended":
   * that was written together with what came of it.
   */
  readonly run: (useCases: UseCases, payload: Tasks[T], job: HeldJob) => Promise<void | "ended">;
  /** The order in whose trace it stands; in none when left out. */
  readonly orderOf?: (payload: Tasks[T]) => string;
  /** Only for work that comes again and again; null: not under these settings. */
  readonly period?: Period | ((settings: PeriodSettings) => Period | null);
}

/** Says that it is one; the types of its parts follow from its name. */
export function task<T extends TaskName, UseCases>(its: Task<T, UseCases>): Task<T, UseCases> {
  return its;
}
