import { LANES } from "../../src/jobs/kinds/lanes";
import { LEASE_TIMES, type LeaseTimes } from "../../src/jobs/lease";
import { eventually } from "../support/eventually";
import { JobFixture } from "../support/job-fixture";
import { PostgresProxy } from "../support/postgres-proxy";
import { type RecordingWorker } from "../support/recording-worker";

const TIMES: LeaseTimes = { renewMs: 200, holdsMs: 3_000, fenceMs: 2_000, goneMs: 600 };
const NO_KEY = () => Promise.resolve(null);

describe("a process with a lease", () => {
  let fixture: JobFixture;
  let proxy: PostgresProxy;
  let open: () => void;
  let gate: Promise<void>;
  let openOther: () => void;
  let otherGate: Promise<void>;

  beforeAll(async () => {
    fixture = await JobFixture.start();
  });

  beforeEach(async () => {
    proxy = await PostgresProxy.start(fixture.database.url);
    gate = new Promise((resolve) => (open = resolve));
    otherGate = new Promise((resolve) => (openOther = resolve));
  });

  afterEach(async () => {
    open();
    openOther();
    await fixture.clear();
    await proxy.stop();
    await fixture.db.query("delete from worker_leases");
  });

  afterAll(() => fixture.stop());

  const tell = (deliveryId: string) =>
    fixture.jobs.enqueue(fixture.db.manager, "tell-people", { deliveryId });
  const owners = () => fixture.db.query<{ owner: string | null }[]>("select owner from jobs");

  /** Begins every job and ends none before the gate opens. */
  const hanging = (times = TIMES): Promise<RecordingWorker> =>
    fixture.workerAt(proxy.url, () => gate, NO_KEY, { times });

  it("whose host vanishes loses its work once its lease is no longer renewed, and no sooner", async () => {
    const gone = await hanging();
    await tell("1");
    await eventually(() => gone.ran.length === 1);
    const other = await fixture.worker(() => undefined, NO_KEY, { times: TIMES });
    proxy.vanish();
    const vanishedAt = Date.now();
    await eventually(() => other.ran.length === 1);
    expect(Date.now() - vanishedAt).toBeGreaterThan(TIMES.holdsMs - 2 * TIMES.renewMs);
    expect(gone.lease.owner).toBeNull();
    proxy.restore();
  });

  it("that was silent ends nothing that another one owns by then, and works under a new lease", async () => {
    const silent = await hanging();
    await tell("1");
    await eventually(() => silent.ran.length === 1);
    const before = silent.lease.owner;
    const lanes = { ...LANES, people: { ...LANES.people, workers: 1 } };
    const other = await fixture.worker(() => otherGate, NO_KEY, { times: TIMES, lanes });
    proxy.vanish();
    await eventually(() => other.ran.length === 1);
    proxy.restore();
    await eventually(() => silent.lease.owner !== null && silent.lease.owner !== before);
    await tell("2");
    await eventually(() => silent.ran.length === 2);
    open();
    // Anything that it has ended by then is either written or refused.
    await silent.stop();
    expect(await owners()).toEqual([{ owner: other.lease.owner }]);
    openOther();
    await eventually(async () => (await fixture.waiting()).length === 0);
    expect([silent.ran.length, other.ran.length]).toEqual([2, 1]);
  });

  it("that lost its lease takes a new one and claims again", async () => {
    const worker = await hanging();
    open();
    await fixture.db.query("delete from worker_leases");
    await tell("1");
    await eventually(() => worker.ran.length === 1);
  });

  it("keeps its work when only its end of the connection breaks", async () => {
    const worker = await hanging();
    await tell("1");
    await eventually(() => worker.ran.length === 1);
    const { owner } = worker.lease;
    const other = await fixture.worker(() => undefined, NO_KEY, { times: TIMES });
    proxy.cutClient(/gateway-lease/);
    // Longer than any lease lasts: a worker that is wrongly taken for dead would be by then.
    await new Promise((resolve) => setTimeout(resolve, TIMES.holdsMs + 1_000));
    expect(other.ran).toEqual([]);
    expect(worker.lease.owner).toBe(owner);
  });

  it("is not considered dead after an outage in which no lease could be renewed", async () => {
    const worker = await hanging();
    await tell("1");
    await eventually(() => worker.ran.length === 1);
    const other = await fixture.workerAt(proxy.url, () => undefined, NO_KEY, { times: TIMES });
    const [{ owner } = { owner: null }] = await owners();
    proxy.vanish();
    await new Promise((resolve) => setTimeout(resolve, TIMES.holdsMs + 1_000));
    proxy.restore();
    await eventually(() => worker.lease.owner !== null && other.lease.owner !== null);
    await new Promise((resolve) => setTimeout(resolve, TIMES.renewMs * 5));
    expect(worker.lease.owner).toBe(owner);
    expect([worker.ran.length, other.ran.length]).toEqual([1, 0]);
  });

  it("cannot prove that it is alive while the database is silent, and says for how long", async () => {
    const { lease, worker } = await hanging();
    expect(lease.owner).not.toBeNull();
    proxy.vanish();
    await eventually(() => lease.owner === null);
    expect(worker.renewedMsAgo).toBeGreaterThan(TIMES.renewMs);
    expect(worker.claimedMsAgo).toBeGreaterThan(TIMES.renewMs);
    proxy.restore();
    await eventually(() => lease.owner !== null && lease.renewedMsAgo < 1_000);
  });

  it("is unsure of its lease when the wall clock jumps, as after the machine slept, until it is renewed", async () => {
    const { lease } = await fixture.worker(() => undefined, NO_KEY, { times: TIMES });
    const now = Date.now.bind(Date);
    const jumped = jest.spyOn(Date, "now").mockImplementation(() => now() + 60_000);
    const sure = lease.owner;
    await eventually(() => lease.owner !== null);
    jumped.mockRestore();
    expect(sure).toBeNull();
  });

  it("that stops leaves its work to others immediately", async () => {
    const stopped = await fixture.worker(() => undefined, NO_KEY, { times: LEASE_TIMES });
    await stopped.stop();
    expect(await fixture.db.query("select from worker_leases")).toEqual([]);
  });
});
