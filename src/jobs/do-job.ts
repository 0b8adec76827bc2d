import { type HeldJob, type TaskName } from "../ports/job-queue";
import { NO_SPANS } from "../ports/spans";
import { type PeriodicJobs } from "./periodic-jobs";
import { type AnyTask, taskOf, type UseCases } from "./task-list";

/**
 * Runs one job, however long that takes.
 *
 * @returns "ended": the end of the job is already written, together with its results
 * @throws {Error} if this version does not know the kind of job, or its payload is malformed; or
 *   whatever its work throws
 */
export type DoJob = (name: TaskName, payload: unknown, job: HeldJob) => Promise<void | "ended">;

/** Runs jobs as their tasks define them. Recurring work plans its next run first. */
export function doneByTasks(
  useCases: UseCases,
  periodicJobs: PeriodicJobs,
  spans = NO_SPANS,
): DoJob {
  return async (name, unread, job) => {
    const task = taskOf(name);
    if (!task) throw new Error(`This version knows no job ${name}`);
    const payload = payloadOf(task, unread);
    await periodicJobs.planNext(name);
    const run = () => task.run(useCases, payload, job);
    return task.orderOf ? spans.ofOrder(task.orderOf(payload), name, run) : run();
  };
}

/** Its message names fields but never their values: a payload may be about a guest. */
function payloadOf({ name, payload }: AnyTask, unread: unknown) {
  const read = payload.safeParse(unread);
  if (read.success) return read.data;
  const problems = read.error.issues.map(
    ({ path, code }) => `${path.join(".") || "payload"} (${code})`,
  );
  throw new Error(`The payload of ${name} is not as it should be: ${problems.join(", ")}`);
}
