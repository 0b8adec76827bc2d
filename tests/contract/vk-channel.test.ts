import { type CaughtVk } from "../../sandbox/catchers/vk-catcher";
import { type Sandbox, startSandbox } from "../../sandbox/start-sandbox";
import { VkChannel } from "../../src/adapters/vk/vk-channel";
import { ChannelFailed, ChannelPaused } from "../../src/errors";
import { caughtVk } from "../support/caught-messages";
import { type ChannelUnderTest, describeFallbackChannel } from "./fallback-channel-contract";

const TOKEN = "vk1.a.invented-token";
const CONVERSATION = "2000000001";

async function startVk(): Promise<ChannelUnderTest> {
  const sandbox = await startSandbox({ port: 0 });
  return {
    channel: new VkChannel(sandbox.url, TOKEN),
    target: CONVERSATION,
    secrets: [TOKEN, "invented-token"],
    caught: () => caughtVk(sandbox.url),
    refuseNext: () => {
      sandbox.faults.plan({ path: "vk", fault: { kind: "refusal", code: 901 } });
    },
    pauseNext: () => {
      sandbox.faults.plan({ path: "vk", fault: { kind: "refusal", code: 6 } });
      return 1_000;
    },
    stop: () => sandbox.close(),
  };
}

describeFallbackChannel("VK", startVk);

describe("a VK message", () => {
  let sandbox: Sandbox;
  let channel: VkChannel;

  beforeEach(async () => {
    sandbox = await startSandbox({ port: 0 });
    channel = new VkChannel(sandbox.url, TOKEN);
  });

  afterEach(() => sandbox.close());

  function deliver(text: string, id = "1"): Promise<void> {
    return channel.deliver(CONVERSATION, { id, subject: "Order", text });
  }

  function failure(): Promise<unknown> {
    return deliver("Text").catch((error: unknown) => error);
  }

  async function caught(): Promise<CaughtVk[]> {
    const answer = await fetch(`${sandbox.url}/_sandbox/vk`);
    return ((await answer.json()) as { messages: CaughtVk[] }).messages;
  }

  const refuse = (code: number) =>
    sandbox.faults.plan({ path: "vk", fault: { kind: "refusal", code } });

  it("that is too long arrives whole, in parts with different random ids", async () => {
    const lines = Array.from({ length: 300 }, (_, index) => `${index} × Маргарита: 830.00`);
    await deliver(lines.join("\n"));
    const parts = await caught();
    expect(parts.length).toBeGreaterThan(1);
    expect(new Set(parts.map(({ randomId }) => randomId)).size).toBe(parts.length);
    expect(parts.flatMap(({ text }) => text.split("\n"))).toEqual(lines);
  });

  it("carries its actions as links at the end", async () => {
    const actions = [
      { label: "Внесён вручную", url: "https://gateway.test/fallback/a" },
      { label: "Повторить", url: "https://gateway.test/fallback/b" },
    ];
    await channel.deliver(CONVERSATION, { id: "1", subject: "Order", text: "Заказ", actions });
    const written =
      "Заказ\n\nВнесён вручную: https://gateway.test/fallback/a\n\nПовторить: https://gateway.test/fallback/b";
    expect((await caught()).map(({ text }) => text)).toEqual([written]);
  });

  it("has a 31-bit random id that is never 0, and is the same for each repeat", async () => {
    for (let id = 0; id < 100; id += 1) await deliver("Text", `message-${id}`);
    const ids = (await caught()).map(({ randomId }) => randomId);
    expect(new Set(ids).size).toBe(100);
    for (const id of ids) expect(id > 0 && id < 2 ** 31 && Number.isInteger(id)).toBe(true);
    sandbox.faults.clear();
    await fetch(`${sandbox.url}/_sandbox/vk`, { method: "DELETE" });
    await deliver("Text", "message-0");
    expect((await caught())[0]?.randomId).toBe(ids[0]);
  });

  it("is shown once when its answer is lost and it is sent again", async () => {
    sandbox.faults.plan({ path: "vk", fault: { kind: "drop-after" } });
    expect(await failure()).toMatchObject({ mayHaveArrived: true });
    await deliver("Text");
    expect(await caught()).toMatchObject([{ deliveries: 2, text: "Text" }]);
  });

  it("is shown twice by VK when the copy comes over an hour later", async () => {
    await deliver("Text");
    const now = Date.now.bind(Date);
    const later = jest.spyOn(Date, "now").mockImplementation(() => now() + 3_601_000);
    await deliver("Text");
    later.mockRestore();
    expect(await caught()).toHaveLength(2);
  });

  it("is shown twice by VK when the copy comes over a hundred messages later", async () => {
    await deliver("Text");
    for (let id = 0; id < 100; id += 1) await deliver("Another", `message-${id}`);
    await deliver("Text");
    expect((await caught()).filter(({ text }) => text === "Text")).toHaveLength(2);
  });

  it.each([
    [6, 1_000],
    [9, null],
    [29, null],
  ])("waits when VK answers %i", async (code, retryAfterMs) => {
    refuse(code);
    const paused = await failure();
    expect(paused).toBeInstanceOf(ChannelPaused);
    expect(paused).toMatchObject({ retryAfterMs, mayHaveArrived: false, partsTaken: 0 });
  });

  it.each([5, 7, 15, 27, 28, 900, 901, 902, 912, 917, 925, 945])(
    "needs somebody to act when VK answers %i, and says what to do",
    async (code) => {
      refuse(code);
      const failed = await failure();
      expect(failed).not.toBeInstanceOf(ChannelPaused);
      expect(failed).toMatchObject({ needsPerson: true, mayHaveArrived: false });
      expect((failed as Error).message).toMatch(new RegExp(`error ${code}: \\w+`));
    },
  );

  it.each([
    [1, true],
    [10, true],
    [950, true],
    [14, false],
    [100, false],
    [9999, false],
  ])("is retried when VK answers %i; may have arrived: %s", async (code, doubt) => {
    refuse(code);
    const failed = await failure();
    expect(failed).toBeInstanceOf(ChannelFailed);
    expect(failed).toMatchObject({ needsPerson: false, mayHaveArrived: doubt });
  });

  it.each([
    ["a page of HTML", { kind: "html", status: 200 }, true],
    ["half an answer", { kind: "truncate" }, true],
    ["an endless answer", { kind: "huge", bytes: 2_000_000 }, true],
    ["a failure of its servers", { kind: "status", status: 502 }, true],
    ["a refusal of HTTP", { kind: "status", status: 404 }, false],
  ] as const)("fails when VK returns %s", async (_what, fault, doubt) => {
    sandbox.faults.plan({ path: "vk", fault });
    const failed = await failure();
    expect(failed).toBeInstanceOf(ChannelFailed);
    expect(failed).toMatchObject({ mayHaveArrived: doubt });
  });

  it("reports which parts were accepted when a later one is not", async () => {
    sandbox.faults.plan({ path: "vk", fault: { kind: "delay", ms: 0 } });
    refuse(9);
    const failed = deliver("я".repeat(5000));
    await expect(failed).rejects.toMatchObject({ partsTaken: 1 });
    expect(await caught()).toHaveLength(1);
  });

  it("keeps a pace that leaves enough room in VK's last hundred messages", () => {
    const messages = channel
      .paceOf()
      .map(({ calls, withinMs }) => (channel.foldsCopiesForMs / withinMs) * calls);
    expect(Math.min(...messages)).toBeLessThanOrEqual(75);
  });
});
