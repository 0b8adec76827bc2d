import { type DoJob } from "../../src/jobs/do-job";
import { JobWorker } from "../../src/jobs/job-worker";
import { type Lane, type LaneName } from "../../src/jobs/kinds/lanes";
import { type KeyOfBranch } from "../../src/jobs/known-keys";
import { Lease, type LeaseTimes } from "../../src/jobs/lease";
import { type HeldJob, type TaskName, type Tasks } from "../../src/ports/job-queue";

type Work = (name: TaskName, payload: Tasks[TaskName], job: HeldJob) => ReturnType<DoJob> | void;

/** The usual ones when omitted. */
interface WorkerSettings {
  readonly times?: LeaseTimes;
  readonly lanes?: Readonly<Record<LaneName, Lane>>;
}

/**
 * This process as a worker that does `work` for every job, and the failures that were reported to
 * it.
 */
export interface RecordingWorker {
  readonly ran: { readonly name: TaskName; readonly payload: Tasks[TaskName] }[];
  readonly errors: string[];
  /** The failures that need attention. */
  readonly alarms: string[];
  readonly lease: Lease;
  readonly worker: JobWorker;
  /** Safe to repeat. */
  stop(): Promise<void>;
}

export async function startRecordingWorker(
  databaseUrl: string,
  work: Work = () => undefined,
  keyOf: KeyOfBranch = () => Promise.resolve(null),
  { times, lanes }: WorkerSettings = {},
): Promise<RecordingWorker> {
  const ran: RecordingWorker["ran"] = [];
  const errors: string[] = [];
  const alarms: string[] = [];
  const doJob: DoJob = async (name, payload, job) => {
    const its = payload as Tasks[TaskName];
    ran.push({ name, payload: its });
    return work(name, its, job);
  };
  const warn = (message: string) => void (message.startsWith("The job ") && errors.push(message));
  const log = {
    warn,
    error: (message: string) => void (errors.push(message) && alarms.push(message)),
  };
  const lease = await Lease.open(databaseUrl, () => undefined, times);
  const worker = JobWorker.start({
    databaseUrl,
    lease,
    doJob,
    keyOf,
    log,
    ...(lanes && { lanes }),
  });
  let stopped: Promise<void> | undefined;
  return {
    ran,
    errors,
    alarms,
    lease,
    worker,
    stop: () => (stopped ??= worker.stop().then(() => lease.close())),
  };
}
