import { PosRejected, RefusalKind } from "../../src/errors";
import { type HeldJob } from "../../src/ports/job-queue";
import { OrderFixture } from "../support/order-fixture";

const CLAIM = `
  update jobs set owner = gen_random_uuid(), generation = generation + 1, attempts = attempts + 1
  where key = $1 and owner is null returning id, owner, generation`;

describe("the job that sends an order", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await fixture.stop();
  });

  /** An order, and its job as a worker has it. */
  async function claimed(): Promise<{ id: string; job: HeldJob }> {
    const id = await fixture.taken({}, { injection: { retryDelaysSeconds: [15, 15] } });
    return { id, job: await claim(id) };
  }

  async function claim(id: string): Promise<HeldJob> {
    const [[job]] = await fixture.db.query<[HeldJob[], number]>(CLAIM, [`send:${id}`]);
    return job!;
  }

  const send = (orderId: string, job: HeldJob) =>
    fixture.useCases.sendOrder.execute({ orderId }, job);

  /** The owners of the jobs that send the order; null for jobs that wait. */
  const holders = async (id: string) => {
    const rows = await fixture.db.query<{ owner: string | null }[]>(
      "select owner from jobs where task = 'send-order' and payload ->> 'orderId' = $1",
      [id],
    );
    return rows.map(({ owner }) => owner);
  };

  it("ends when the order has reached the POS", async () => {
    const { id, job } = await claimed();
    expect(await send(id, job)).toBe("ended");
    expect(await holders(id)).toEqual([]);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS" });
  });

  it("ends when the POS has not decided yet, and a probe is planned", async () => {
    const { id, job } = await claimed();
    fixture.pos.nextSubmissions.push("pending");
    expect(await send(id, job)).toBe("ended");
    expect(await holders(id)).toEqual([]);
    expect([...(await fixture.jobs.present(fixture.db.manager, [`confirm:${id}`]))]).toHaveLength(
      1,
    );
  });

  it("ends when the POS has refused the order, and the next one waits", async () => {
    const { id, job } = await claimed();
    fixture.pos.nextSubmissions.push(
      new PosRejected("Not now", { posCode: "BUSY", kind: RefusalKind.RETRY }),
    );
    expect(await send(id, job)).toBe("ended");
    expect(await holders(id)).toEqual([null]);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "RETRY_SCHEDULED" });
  });

  it("is still there if its outcome could not be written", async () => {
    const { id, job } = await claimed();
    const submit = fixture.pos.submitOrder.bind(fixture.pos);
    fixture.pos.submitOrder = async (...asked) => {
      jest.spyOn(fixture.feed, "announce").mockRejectedValue(new Error("The disk is full"));
      return submit(...asked);
    };
    await expect(send(id, job)).rejects.toThrow("The disk is full");
    expect(await holders(id)).toEqual([job.owner]);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "SENDING" });
  });

  it("stays untouched if another worker owns it by then, which finds the outcome", async () => {
    const { id, job } = await claimed();
    const submit = fixture.pos.submitOrder.bind(fixture.pos);
    fixture.pos.submitOrder = async (...asked) => {
      await fixture.db.query(
        "update jobs set owner = null, generation = generation + 1 where id = $1",
        [job.id],
      );
      return submit(...asked);
    };
    await send(id, job);
    expect(await holders(id)).toEqual([null]);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS" });
    expect(await send(id, await claim(id))).toBeUndefined();
    expect(fixture.pos.submitted).toHaveLength(1);
  });
});
