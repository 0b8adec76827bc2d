import { type TaskName } from "../ports/job-queue";
import { type LaneName } from "./kinds/lanes";
import { type Period, type PeriodSettings, type Task } from "./kinds/task";
import * as listed from "./tasks";

type Listed = (typeof listed)[keyof typeof listed];

/** What the tasks need, all together. */
export type UseCases = Listed["run"] extends (useCases: infer All, ...payload: never[]) => unknown
  ? All
  : never;

/** A task of any kind. Its payload has been read by its own schema when it runs. */
export type AnyTask = Task<TaskName, UseCases>;

interface TaskPlace {
  readonly lane: LaneName;
  /** Within the lane; the lower goes first. */
  readonly priority: number;
}

const byName = Object.fromEntries(
  Object.values(listed).map((task) => [task.name, task]),
) as unknown;

/** Where each kind of job belongs. The types tell when a kind is not listed. */
export const TASK_PLACES: Readonly<Record<TaskName, TaskPlace>> = byName as Record<
  Listed["name"],
  TaskPlace
>;

export const TASK_NAMES = Object.keys(TASK_PLACES) as readonly TaskName[];

/** undefined: a job of another version. */
export function taskOf(name: TaskName): AnyTask | undefined {
  return (byName as Partial<Record<TaskName, AnyTask>>)[name];
}

/** null: it comes only when it is asked for. */
export function periodOf({ period }: AnyTask, settings: PeriodSettings): Period | null {
  return typeof period === "function" ? period(settings) : (period ?? null);
}
