import { readdirSync } from "node:fs";
import { join } from "node:path";

import { doneByTasks } from "../../src/jobs/do-job";
import { LANES } from "../../src/jobs/kinds/lanes";
import { type PeriodicJobs } from "../../src/jobs/periodic-jobs";
import { periodOf, TASK_NAMES, TASK_PLACES, taskOf, type UseCases } from "../../src/jobs/task-list";
import { type TaskName } from "../../src/ports/job-queue";

const HELD = { id: "1", owner: "7b0c8a52-6f0e-4a49-9b0a-0c6a8e6f3f02", generation: 1 };
const ID = "7b0c8a52-6f0e-4a49-9b0a-0c6a8e6f3f01";

/** Use cases that record what they were asked to do. */
function recording() {
  const did: unknown[] = [];
  const note = (name: string) => ({
    execute: (payload?: unknown) => Promise.resolve(void did.push([name, payload])),
    executeUnasked: (payload: unknown) => Promise.resolve(void did.push([name, payload])),
  });
  const useCases = new Proxy({}, { get: (_, name) => note(String(name)) }) as UseCases;
  const planned: string[] = [];
  const periodicJobs = {
    planNext: (name: string) => Promise.resolve(planned.push(name)),
  } as unknown as PeriodicJobs;
  const done = doneByTasks(useCases, periodicJobs);
  return { did, planned, doJob: (name: TaskName, payload: unknown) => done(name, payload, HELD) };
}

describe("The list of tasks", () => {
  it("has one file for each kind of job, named after it", () => {
    const files = readdirSync(join(__dirname, "..", "..", "src", "jobs", "tasks"));
    expect(files.sort()).toEqual(TASK_NAMES.map((name) => `${name}.ts`).sort());
  });

  it.each(TASK_NAMES)("assigns %s to an existing lane", (name) => {
    expect(LANES[TASK_PLACES[name].lane]).toBeDefined();
  });

  it("states which jobs are periodic, and how often they run", () => {
    const periods = (pollEverySeconds: number) =>
      Object.fromEntries(
        TASK_NAMES.flatMap((name) => {
          const period = periodOf(taskOf(name)!, { pollEverySeconds });
          return period ? [[name, [period.firstMs / 1000, period.everyMs / 1000]]] : [];
        }),
      );
    const always = {
      "alert-late-orders": [15, 15],
      "check-webhooks": [60, 86_400],
      "forget-old": [600, 86_400],
      "refresh-delivery-zones": [10, 20],
      "refresh-pos-menus": [60, 60],
      "refresh-stop-lists": [0, 10],
      "refresh-streets": [20, 60],
    };
    expect(periods(20)).toEqual({ ...always, "plan-polls": [5, 5], "watch-tills": [20, 20] });
    expect(periods(0)).toEqual(always);
  });
});

describe("A job", () => {
  it.each<[TaskName, object, string]>([
    ["send-order", { orderId: ID }, "sendOrder"],
    ["confirm-submission", { orderId: ID, look: 3 }, "confirmSubmission"],
    ["tell-people", { deliveryId: ID }, "sendStaffMessage"],
    ["cancel-order", { commandId: ID }, "cancelInPos"],
    ["cancel-hold", { orderId: ID }, "cancelHold"],
    ["catch-up-order", { orderId: ID, tries: 0 }, "catchUpOrder"],
    ["record-webhook", { webhookId: "12" }, "recordWebhook"],
    [
      "record-webhook",
      { organizationId: ID, body: [{ eventType: "DeliveryOrderUpdate" }] },
      "recordWebhook",
    ],
    ["poll-orders", { branchIds: [ID], keyId: "k" }, "pollOrders"],
    ["poll-orders", { branchIds: [] }, "pollOrders"],
    ["poll-orders", { branchIds: [], others: [{ branchIds: [ID], keyId: "k" }] }, "pollOrders"],
    ["refresh-pos-menu", { branchId: ID }, "refreshPosMenu"],
    ["work-branches-plan", { planId: ID }, "workBranchesPlan"],
  ])("%s with %j runs with exactly that payload", async (name, payload, useCase) => {
    const { did, doJob } = recording();
    await doJob(name, payload);
    expect(did).toEqual([[useCase, payload]]);
  });

  it("from a later version runs with the fields that this version knows", async () => {
    const { did, doJob } = recording();
    await doJob("send-order", { orderId: ID, hurry: true });
    expect(did).toEqual([["sendOrder", { orderId: ID }]]);
  });

  it.each<[TaskName, unknown, string]>([
    ["send-order", {}, "orderId"],
    ["send-order", null, "payload"],
    ["send-order", { orderId: 7 }, "orderId"],
    ["confirm-submission", { orderId: ID, look: "secret" }, "look"],
    ["record-webhook", { body: "secret" }, "payload"],
    ["poll-orders", { branchIds: [ID, 1] }, "branchIds.1"],
    ["refresh-pos-menu", [], "payload"],
  ])("%s with %j does not run, and its payload is not quoted", async (name, payload, field) => {
    const { did, doJob } = recording();
    const failure = await doJob(name, payload).catch((error: unknown) => String(error));
    expect(failure).toContain(`The payload of ${name} is not as it should be: ${field} (`);
    expect(failure).not.toContain("secret");
    expect(did).toEqual([]);
  });

  it("of an unknown kind does not run", async () => {
    await expect(recording().doJob("dance" as TaskName, {})).rejects.toThrow("knows no job dance");
  });

  it("schedules its next run before it runs", async () => {
    const { planned, did, doJob } = recording();
    await doJob("plan-polls", {});
    expect([planned, did]).toEqual([["plan-polls"], [["planPolls", undefined]]]);
  });
});
