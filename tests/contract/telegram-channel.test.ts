import { type CaughtTelegram } from "../../sandbox/catchers/telegram-catcher";
import { type Sandbox, startSandbox } from "../../sandbox/start-sandbox";
import { TelegramChannel } from "../../src/adapters/telegram/telegram-channel";
import { ChannelMoved } from "../../src/errors";
import { caughtTelegram } from "../support/caught-messages";
import { type ChannelUnderTest, describeFallbackChannel } from "./fallback-channel-contract";

const TOKEN = "123456:invented-token";
const CHAT = "-100200300";

async function startTelegram(): Promise<ChannelUnderTest> {
  const sandbox = await startSandbox({ port: 0 });
  return {
    channel: new TelegramChannel(sandbox.telegramUrl, TOKEN),
    target: CHAT,
    secrets: [TOKEN, "invented-token"],
    caught: () => caughtTelegram(sandbox.url),
    refuseNext: () =>
      sandbox.faults.plan({ path: "telegram", fault: { kind: "status", status: 403 } }),
    pauseNext: () => {
      sandbox.faults.plan({
        path: "telegram",
        fault: { kind: "rate-limit", retryAfterSeconds: 17 },
      });
      return 17_000;
    },
    stop: () => sandbox.close(),
  };
}

describeFallbackChannel("Telegram", startTelegram);

describe("a Telegram message", () => {
  let sandbox: Sandbox;
  let channel: TelegramChannel;

  beforeEach(async () => {
    sandbox = await startSandbox({ port: 0 });
    channel = new TelegramChannel(sandbox.telegramUrl, TOKEN);
  });

  afterEach(() => sandbox.close());

  async function delivered(text: string): Promise<string[]> {
    await channel.deliver(CHAT, { id: "1", subject: "Order", text });
    return (await caughtTelegram(sandbox.url)).map((message) => message.text);
  }

  it("that is too long arrives whole, in parts split between lines", async () => {
    const lines = Array.from(
      { length: 300 },
      (_, index) => `${index} × Маргарита (Большая), арт. 64: 830.00`,
    );
    const parts = await delivered(lines.join("\n"));
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.join("\n").split("\n")).toEqual(lines);
  });

  it.each([
    ["as buttons, where the gateway is reached by https", "https://gateway.test/fallback/a", true],
    [
      "written out, where it is not: Telegram takes no other buttons",
      "http://127.0.0.1:4000/fallback/a",
      false,
    ],
  ])("carries its links once, under the last part, %s", async (_, url, asButton) => {
    const text = "Маргарита (Большая), арт. 64: 830.00\n".repeat(200);
    await channel.deliver(CHAT, {
      id: "1",
      subject: "Order",
      text,
      actions: [{ label: "Внесён", url }],
    });
    const response = await fetch(`${sandbox.url}/_sandbox/telegram`);
    const { messages } = (await response.json()) as { messages: CaughtTelegram[] };
    const keyboard = { inline_keyboard: [[{ text: "Внесён", url }]] };
    expect(messages.map(({ replyMarkup }) => replyMarkup)).toEqual([
      null,
      asButton ? keyboard : null,
    ]);
    expect(messages.map((message) => message.text.includes(`Внесён: ${url}`))).toEqual([
      false,
      !asButton,
    ]);
  });

  it("with a single endless line arrives whole", async () => {
    const text = "я".repeat(10_000);
    expect((await delivered(text)).join("")).toBe(text);
  });

  it("of the maximum length is sent in one piece", async () => {
    expect(await delivered("я".repeat(4096))).toHaveLength(1);
  });

  it("reports the new address of a group that became a supergroup", async () => {
    const parameters = { migrate_to_chat_id: -1001234567890 };
    const body = {
      ok: false,
      error_code: 400,
      description: "Bad Request: group chat was upgraded",
      parameters,
    };
    sandbox.faults.plan({ path: "telegram", fault: { kind: "status", status: 400, body } });
    const moved = await delivered("Text").catch((error: unknown) => error);
    expect(moved).toBeInstanceOf(ChannelMoved);
    expect(moved).toMatchObject({ movedTo: "-1001234567890", mayHaveArrived: false });
  });

  it("that is refused with any other 400 is not redirected", async () => {
    sandbox.faults.plan({ path: "telegram", fault: { kind: "status", status: 400 } });
    await expect(delivered("Text")).rejects.not.toBeInstanceOf(ChannelMoved);
  });

  it("keeps to Telegram's pace: one a second, and 20 a minute in a group", () => {
    expect(channel.paceOf("100200300").map(({ calls }) => calls)).toEqual([1]);
    expect(channel.paceOf("-100200300").map(({ calls }) => calls)).toEqual([1, 20]);
    expect(channel.paceOf("@kitchen").map(({ calls }) => calls)).toEqual([1, 20]);
  });

  it("does not count as sent when only its first part was", async () => {
    sandbox.faults.plan({ path: "telegram", fault: { kind: "delay", ms: 0 } });
    sandbox.faults.plan({ path: "telegram", fault: { kind: "status", status: 500 } });
    await expect(delivered("я".repeat(5000))).rejects.toThrow("HTTP 500");
  });
});
