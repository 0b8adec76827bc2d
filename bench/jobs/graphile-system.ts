import { type DataSource } from "typeorm";

import { GraphileJobQueue } from "../../src/adapters/graphile-worker/graphile-job-queue";
import { type JobSystem } from "./job-system";

export function graphileSystem(db: DataSource): JobSystem {
  const jobs = new GraphileJobQueue();
  return {
    name: "the gateway's",
    worker: "jobs/contestants/graphile",
    enqueue: async (tx, ids, runAt) => {
      for (const orderId of ids) await jobs.enqueue(tx, "send-order", { orderId }, runAt ? { runAt } : {});
    },
    waiting: async () => {
      const ids = "select payload ->> 'orderId' as id from graphile_worker._private_jobs";
      return (await db.query<{ id: string }[]>(ids)).map(({ id }) => id);
    },
    clear: () => db.query("delete from graphile_worker._private_jobs"),
    close: () => Promise.resolve(),
  };
}
