import {
  CallHeldBack,
  DatabaseUnavailable,
  PosRateLimited,
  PosRejected,
  PosUnavailable,
  RefusalKind,
  StillLocked,
} from "../../src/errors";
import { eventually } from "../support/eventually";
import { JobFixture } from "../support/job-fixture";

const LOCKED = Object.assign(new Error("canceling statement due to lock timeout"), {
  code: "55P03",
});

describe("the log entry of a failing job", () => {
  let fixture: JobFixture;

  beforeAll(async () => {
    fixture = await JobFixture.start();
  });

  afterEach(() => fixture.clear());
  afterAll(() => fixture.stop());

  const record = () =>
    fixture.jobs.enqueue(fixture.db.manager, "record-webhook", { webhookId: "1" });

  it.each([
    ["the POS does not answer", new PosUnavailable("socket hang up")],
    ["the POS asks for a pause", new PosRateLimited("429", { retryAfterMs: 1 })],
    [
      "the POS refuses the key for now",
      new PosRejected("blocked", { posCode: "BLOCKED", kind: RefusalKind.OPERATOR }),
    ],
    ["the database is away", new DatabaseUnavailable("gone")],
    ["the call was held back", new CallHeldBack("stood still")],
    ["somebody else works on the rows", new StillLocked("locked")],
    ["somebody else has a row locked", LOCKED],
  ])("is a warning while the failure heals on its own: %s", async (_, error) => {
    await record();
    const { ran, errors, alarms } = await fixture.worker(() =>
      ran.length === 1 ? Promise.reject(error) : undefined,
    );
    await eventually(() => errors.length > 0);
    expect(alarms).toEqual([]);
  });

  it("is an error, once, when the job is no longer retried", async () => {
    await record();
    await fixture.db.query("update jobs set attempts = 6000");
    const { errors, alarms } = await fixture.worker(() =>
      Promise.reject(new PosUnavailable("socket hang up")),
    );
    await eventually(() => errors.length > 1);
    expect(alarms).toEqual([expect.stringContaining("failed for good")]);
  });

  it("is an error when the failure is unexpected", async () => {
    await record();
    const { ran, alarms } = await fixture.worker(() => {
      if (ran.length === 1) throw new TypeError("undefined is not a function");
    });
    await eventually(() => alarms.length > 0);
    expect(alarms).toEqual([expect.stringContaining("TypeError")]);
  });
});
