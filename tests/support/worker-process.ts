import { JobWorker } from "../../src/jobs/job-worker";
import { Lease } from "../../src/jobs/lease";

// A separate process that runs jobs, reports which ones it has begun, and never finishes one.
const [databaseUrl = ""] = process.argv.slice(2);
const doJob = (name: string) => {
  process.stdout.write(`${name}\n`);
  return new Promise<void>(() => undefined);
};
const log = { warn: () => undefined, error: () => undefined };

process.stdin.resume().on("end", () => process.exit(1));
void Lease.open(databaseUrl, () => undefined).then((lease) =>
  JobWorker.start({ databaseUrl, lease, doJob, keyOf: () => Promise.resolve(null), log }),
);
