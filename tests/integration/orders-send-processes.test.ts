import { setTimeout as wait } from "node:timers/promises";

import { InjectionState } from "../../src/domain/orders/injection-state";
import { PosRejected, RefusalKind } from "../../src/errors";
import { doneByTasks } from "../../src/jobs/do-job";
import { JobWorker } from "../../src/jobs/job-worker";
import { Lease } from "../../src/jobs/lease";
import { PostgresJobQueue } from "../../src/jobs/postgres-job-queue";
import { eventually } from "../support/eventually";
import { OrderFixture } from "../support/order-fixture";

const NOT_NOW = new PosRejected("Not now", {
  posCode: "TerminalGroupDisabled",
  kind: RefusalKind.RETRY,
});
const LOG = { warn: () => undefined, error: () => undefined };

describe("an order for which several processes have jobs", () => {
  let fixture: OrderFixture;
  const processes: { readonly worker: JobWorker; readonly lease: Lease }[] = [];

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(async () => {
    await Promise.all(
      processes.map(({ worker, lease }) => worker.stop().then(() => lease.close())),
    );
    await fixture.stop();
  });

  it("is sent by one of them at a time", async () => {
    const { pos, db } = fixture;
    const jobs = new PostgresJobQueue();
    const id = await fixture.taken({}, { injection: { retryDelaysSeconds: [15, 15] } });
    pos.nextSubmissions.push(NOT_NOW);
    const submit = pos.submitOrder.bind(pos);
    let [underWay, most] = [0, 0];
    pos.submitOrder = async (...asked) => {
      most = Math.max(most, (underWay += 1));
      // A till takes its time.
      await wait(30);
      return submit(...asked).finally(() => (underWay -= 1));
    };
    for (let job = 0; job < 3; job += 1)
      await jobs.enqueue(db.manager, "send-order", { orderId: id }, { queue: id });
    for (const useCases of [await fixture.anotherGateway(), await fixture.anotherGateway()]) {
      const doJob = doneByTasks(
        useCases as unknown as Parameters<typeof doneByTasks>[0],
        fixture.periodicJobs,
      );
      const keyOf = () => Promise.resolve(null);
      const databaseUrl = fixture.database.url;
      const lease = await Lease.open(databaseUrl, () => undefined);
      processes.push({
        lease,
        worker: JobWorker.start({ databaseUrl, lease, doJob, keyOf, log: LOG }),
      });
    }
    await eventually(
      async () => (await fixture.order(id)).injectionState === InjectionState.IN_POS,
    );
    expect(pos.submitted).toHaveLength(2);
    expect(most).toBe(1);
  });
});
