import { type DataSource } from "typeorm";

import { PostgresJobQueue } from "../../src/jobs/postgres-job-queue";
import { type JobSystem } from "./job-system";

export function gatewaySystem(db: DataSource): JobSystem {
  const jobs = new PostgresJobQueue();
  return {
    name: "the gateway's",
    worker: "jobs/contestants/gateway",
    enqueue: async (tx, ids, delayMs = 0) => {
      for (const orderId of ids) await jobs.enqueue(tx, "send-order", { orderId }, { delayMs });
    },
    waiting: async () => {
      const ids = "select payload ->> 'orderId' as id from jobs";
      return (await db.query<{ id: string }[]>(ids)).map(({ id }) => id);
    },
    clear: () => db.query("delete from jobs"),
    close: () => Promise.resolve(),
  };
}
