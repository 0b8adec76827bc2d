import { eventually } from "../support/eventually";
import { RunningGateway } from "../support/running-gateway";
import { type SandboxControl } from "../support/sandbox-control";
import { changeSettings } from "../support/set-up-branch";
import { ADMIN_KEY } from "../support/settings";
import { type PlacedOrder, type Storefront } from "../support/storefront";

const FATE = `query ($id: ID!) {
  order(id: $id) {
    injection { state attempts { outcome request response } lastError { message fix reason upstreamCode upstreamMessage } }
  }
}`;

interface Fate {
  readonly state: string;
  readonly attempts: readonly {
    readonly outcome: string;
    readonly request: string;
    readonly response: string;
  }[];
  readonly lastError: { readonly upstreamMessage: string };
}

const MOST_KEPT = 60_000;

function nested(depth: number): string {
  return `${"[".repeat(depth)}${"]".repeat(depth)}`;
}

function refusal(text: string, more = "null"): string {
  return `{"errorDescription":"${text}","error":"ProductNotFound","correlationId":null,"more":${more}}`;
}

/** The branch does not retry here: whatever happens to an order happens with its first answer. */
describe("an order with an enormous refusal is handed over to the staff as with a short one", () => {
  let gateway: RunningGateway;
  let sandbox: SandboxControl;
  let storefront: Storefront;

  beforeAll(async () => {
    gateway = await RunningGateway.start();
    sandbox = gateway.sandbox;
    storefront = await gateway.storefront();
    await changeSettings(gateway.client, storefront.branchId, {
      injection: { retryDelaysSeconds: [] },
    });
  });

  afterAll(() => gateway.stop());

  afterEach(() => sandbox.clearFaults());

  async function fateOf({ id, number }: PlacedOrder): Promise<Fate> {
    const ask = () => gateway.client.ask<{ order: { injection: Fate } }>(FATE, { id }, ADMIN_KEY);
    await eventually(async () => (await ask()).order.injection.state === "FALLBACK_SENT");
    await eventually(async () =>
      (await sandbox.mail()).some(({ text }) => text.includes(`№ ${number} `)),
    );
    return (await ask()).order.injection;
  }

  async function fateWith(body: string): Promise<Fate> {
    await sandbox.refuseWith(body);
    return fateOf(await storefront.order());
  }

  it.each([
    ["a text of 150 KB", refusal("a".repeat(150_000))],
    ["a text of 2 MB", refusal("a".repeat(2_000_000))],
    ["lists nested 3,000 deep", refusal("no", nested(3_000))],
    ["lists nested 100,000 deep", refusal("no", nested(100_000))],
    ["200,000 values", refusal("no", `[${"0,".repeat(199_999)}0]`)],
  ])("when the refusal has %s", async (_, body) => {
    const short = await fateWith(refusal("no"));
    const { attempts, lastError } = await fateWith(body);
    expect(attempts.map(({ outcome }) => outcome)).toEqual(
      short.attempts.map(({ outcome }) => outcome),
    );
    const { upstreamMessage } = lastError;
    expect({ ...lastError, upstreamMessage: "" }).toEqual({
      ...short.lastError,
      upstreamMessage: "",
    });
    expect(upstreamMessage.length).toBeLessThan(1_200);
    expect(attempts[0]!.response.length).toBeLessThan(MOST_KEPT);
    expect(attempts[0]!.response).toContain("ProductNotFound");
    expect(attempts[0]!.request).toContain("externalNumber");
  });

  it("when the till refuses with a text of 1 MB after iiko has accepted the order", async () => {
    const code = "TerminalGroupUnregistered";
    await sandbox.plan({ fault: { kind: "creation-error", code, message: "no" } });
    const short = await fateOf(await storefront.order());
    await sandbox.plan({
      fault: { kind: "creation-error", code, message: `слово ${"a".repeat(1_000_000)}` },
    });
    const { attempts, lastError } = await fateOf(await storefront.order());
    const { upstreamMessage } = lastError;
    expect({ ...lastError, upstreamMessage: "" }).toEqual({
      ...short.lastError,
      upstreamMessage: "",
    });
    expect(upstreamMessage).toBe("слово …");
    expect(attempts.every(({ response }) => response.length < MOST_KEPT)).toBe(true);
  });
});
