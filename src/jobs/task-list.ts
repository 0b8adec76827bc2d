import { type TaskName } from "../ports/job-queue";
import { type LaneName } from "./kinds/lanes";
import { type Period, type PeriodSettings, type Task } from "./kinds/task";
import * as listed from "./tasks";

type Listed = (typeof listed)[keyof typeof listed];

/** Everything that the tasks need, combined. */
export type UseCases = Listed["run"] extends (useCases: infer All, ...payload: never[]) => unknown
  ? All
  : never;

/** A task of any kind. By the time it runs, its own schema has parsed its payload. */
export type AnyTask = Task<TaskName, UseCases>;

interface TaskPlace {
  readonly lane: LaneName;
  /** Within the lane; lower goes first. */
  readonly priority: number;
}

const byName = Object.fromEntries(
  Object.values(listed).map((task) => [task.name, task]),
) as unknown;

/** Where each kind of job belongs. The types catch a kind that is not listed. */
export const TASK_PLACES: Readonly<Record<TaskName, TaskPlace>> = byName as Record<
  Listed["name"],
  TaskPlace
>;

export const TASK_NAMES = Object.keys(TASK_PLACES) as readonly TaskName[];

/** undefined: a job from another version. */
export function taskOf(name: TaskName): AnyTask | undefined {
  return (byName as Partial<Record<TaskName, AnyTask>>)[name];
}

/** null: it runs only on request. */
export function periodOf({ period }: AnyTask, settings: PeriodSettings): Period | null {
  return typeof period === "function" ? period(settings) : (period ?? null);
}
