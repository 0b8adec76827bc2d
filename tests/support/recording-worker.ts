import { GraphileWorkerRunner } from "../../src/adapters/graphile-worker/graphile-worker-runner";
import { type KeyOfBranch } from "../../src/adapters/graphile-worker/turns";
import { type TaskName, type Tasks } from "../../src/ports/job-queue";

type Work = (name: TaskName, payload: Tasks[TaskName]) => Promise<void> | void;

/** This process as a worker that does `work` for every job, and what it was told of failures. */
export interface RecordingWorker {
  readonly ran: { readonly name: TaskName; readonly payload: Tasks[TaskName] }[];
  readonly errors: string[];
  /** Safe to repeat. */
  stop(): Promise<void>;
}

export async function startRecordingWorker(
  databaseUrl: string,
  work: Work = () => undefined,
  keyOf: KeyOfBranch = () => Promise.resolve(null),
): Promise<RecordingWorker> {
  const ran: RecordingWorker["ran"] = [];
  const errors: string[] = [];
  const handle = (name: TaskName) => async (payload: Tasks[TaskName]) => {
    ran.push({ name, payload });
    await work(name, payload);
  };
  const handlers = {
    "send-order": handle("send-order"),
    "confirm-submission": handle("confirm-submission"),
    "tell-people": handle("tell-people"),
    "cancel-order": handle("cancel-order"),
    "cancel-hold": handle("cancel-hold"),
    "catch-up-order": handle("catch-up-order"),
    "record-webhook": handle("record-webhook"),
    "alert-late-orders": handle("alert-late-orders"),
    "check-webhooks": handle("check-webhooks"),
    "plan-polls": handle("plan-polls"),
    "poll-orders": handle("poll-orders"),
    "forget-old": handle("forget-old"),
    "refresh-pos-menus": handle("refresh-pos-menus"),
    "refresh-pos-menu": handle("refresh-pos-menu"),
    "refresh-stop-lists": handle("refresh-stop-lists"),
  };
  const log = { warn: () => undefined, debug: () => undefined, error: (message: string) => void errors.push(message) };
  const runner = await GraphileWorkerRunner.start({ databaseUrl, handlers, keyOf, log });
  let stopped: Promise<void> | undefined;
  return { ran, errors, stop: () => (stopped ??= runner.stop()) };
}
