import { DEMO_KEY } from "../../sandbox/credentials";
import { caughtMail } from "../support/caught-messages";
import { RunningGateway } from "../support/running-gateway";
import { changeSettings, setUpBranch } from "../support/set-up-branch";
import { ADMIN_KEY } from "../support/settings";

const SEND = `mutation ($branchId: ID!, $kind: FallbackKind!, $target: String!) {
  sendTestMessage(branchId: $branchId, kind: $kind, target: $target) { sent userErrors { code field } }
}`;
const TARGET = "smena@example.ru";

describe("a test message to the staff", () => {
  let running: RunningGateway;
  let branchId: string;

  beforeAll(async () => {
    running = await RunningGateway.start();
    branchId = await setUpBranch(running.client, DEMO_KEY, {
      pos: "SANDBOX",
      fallback: [{ kind: "EMAIL", target: TARGET, language: "EN" }],
    });
  });

  afterAll(() => running?.stop());

  const send = async (target: string) =>
    (
      await running.client.ask<{ sendTestMessage: object }>(
        SEND,
        { branchId, kind: "EMAIL", target },
        ADMIN_KEY,
      )
    ).sendTestMessage;

  it("goes to a recipient of the branch, in the recipient's language", async () => {
    expect(await send(TARGET)).toEqual({ sent: true, userErrors: [] });
    const letters = await caughtMail(running.gateway.sandboxUrl ?? "");
    expect(letters.filter(({ target }) => target === TARGET).map(({ text }) => text)).toEqual([
      expect.stringContaining("Connection test: Кафе на Лесной"),
    ]);
  });

  it("goes to no one else, and not again straight away", async () => {
    expect(await send("stranger@example.ru")).toMatchObject({
      sent: false,
      userErrors: [{ code: "NOT_FOUND", field: ["target"] }],
    });
    expect(await send(TARGET)).toMatchObject({
      sent: false,
      userErrors: [{ code: "CONFLICT", field: ["target"] }],
    });
  });

  it("is refused when the branch has changed its recipients", async () => {
    await changeSettings(running.client, branchId, { fallback: [] });
    expect(await send(TARGET)).toMatchObject({ userErrors: [{ code: "NOT_FOUND" }] });
  });
});
