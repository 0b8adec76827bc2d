import { z } from "zod";

import { Moment } from "../../src/domain/time/moment";
import { CallHeldBack, PosUnavailable } from "../../src/errors";
import { type CallGuard } from "../../src/ports/call-guard";
import { sendJson } from "../support/scripted-server";
import { TransportUnderTest } from "../support/transport-under-test";

const schema = z.object({ ok: z.literal(true) });
const passing: CallGuard = { prove: () => Promise.resolve(Moment.now()) };

describe("a call with a guard", () => {
  let under: TransportUnderTest<z.infer<typeof schema>>;

  beforeEach(async () => {
    under = await TransportUnderTest.start(schema, (response) =>
      sendJson(response, 200, { ok: true }),
    );
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await under.stop();
  });

  /** The process has stood still for this long since the proof, by one of its clocks. */
  function standsStill(clock: { now(): number }, ms: number): CallGuard {
    const proven = Moment.now();
    const now = clock.now.bind(clock);
    jest.spyOn(clock, "now").mockImplementation(() => now() + ms);
    return { prove: () => Promise.resolve(proven) };
  }

  it("is sent whole, over a new connection and over a reused one", async () => {
    for (const phone of ["+79990000001", "+79990000002"])
      await under.post({ body: { phone }, guard: passing });
    const texts = under.works().map(({ body, headers }) => [body, headers["content-length"]]);
    expect(texts).toEqual([
      [{ phone: "+79990000001" }, "24"],
      [{ phone: "+79990000002" }, "24"],
    ]);
  });

  it("asks it once the connection is established, right before anything is written", async () => {
    await under.post();
    const asked: number[] = [];
    const prove = () => {
      asked.push(under.works().length);
      return passing.prove();
    };
    await under.post({ guard: { prove } });
    expect(asked).toEqual([1]);
    expect(under.works()).toHaveLength(2);
  });

  it.each([
    ["says no", () => Promise.reject(new CallHeldBack("The attempt is over"))],
    ["cannot tell", () => Promise.reject(new Error("The database does not answer"))],
  ])("is held back when the guard %s, and nothing arrives", async (_why, prove) => {
    expect(await under.failure({ guard: { prove } })).toBeInstanceOf(CallHeldBack);
    await under.post();
    expect(under.works()).toHaveLength(1);
  });

  it.each([
    ["wall", Date],
    ["monotonic", performance],
  ] as const)(
    "is held back when its proof is older than 2 s by the %s clock",
    async (_name, clock) => {
      expect(await under.failure({ guard: standsStill(clock, 2_100) })).toBeInstanceOf(
        CallHeldBack,
      );
      expect(under.works()).toEqual([]);
    },
  );

  it("is no concern of the guard when nobody can be reached", async () => {
    await under.server.close();
    const failure = await under.failure({ guard: passing });
    expect(failure).toBeInstanceOf(PosUnavailable);
  });
});
