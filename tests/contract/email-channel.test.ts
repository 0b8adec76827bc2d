import { type AddressInfo } from "node:net";

import { SMTPServer } from "smtp-server";

import { startSandbox } from "../../sandbox/start-sandbox";
import { EmailChannel } from "../../src/adapters/email/email-channel";
import { ChannelPaused } from "../../src/errors";
import { caughtMail } from "../support/caught-messages";
import { type ChannelUnderTest, describeFallbackChannel } from "./fallback-channel-contract";

const FROM = "Заказы <orders@gateway.example>";
const TARGET = "kitchen@test.example";

async function startEmail(): Promise<ChannelUnderTest> {
  const sandbox = await startSandbox({ port: 0 });
  return {
    channel: new EmailChannel(sandbox.smtpUrl.replace("//", "//somebody:invented-password@"), FROM),
    target: TARGET,
    secrets: ["invented-password", "orders@gateway.example"],
    caught: () => caughtMail(sandbox.url),
    refuseNext: () => sandbox.faults.plan({ path: "smtp", fault: { kind: "status", status: 550 } }),
    pauseNext: () => {
      sandbox.faults.plan({ path: "smtp", fault: { kind: "status", status: 450 } });
      return null;
    },
    stop: () => sandbox.close(),
  };
}

describeFallbackChannel("e-mail", startEmail);

function reply(responseCode: number): Error {
  return Object.assign(new Error("Come again"), { responseCode });
}

describe("an e-mail message", () => {
  let server: SMTPServer;
  let channel: EmailChannel;
  const raw: string[] = [];
  const recipients: string[] = [];

  beforeEach(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onData: (stream, session, done) => {
        let text = "";
        recipients.push(...session.envelope.rcptTo.map(({ address }) => address));
        stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
        stream.on("end", () => {
          raw.push(text);
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.server.address() as AddressInfo;
    channel = new EmailChannel(`smtp://127.0.0.1:${port}`, FROM);
  });

  afterEach(async () => {
    raw.length = 0;
    recipients.length = 0;
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  it("carries the same Message-ID each time it is sent, so that mailboxes can drop the copy", async () => {
    const message = { id: "b7a3f0de", subject: "Order", text: "Text" };
    await channel.deliver(TARGET, message);
    await channel.deliver(TARGET, message);
    const ids = raw.map((text) => /^Message-ID: (.*)$/im.exec(text)?.[1]?.trim());
    expect(ids).toEqual(["<b7a3f0de@gateway.example>", "<b7a3f0de@gateway.example>"]);
  });

  it.each([
    ["the greeting", { onConnect: (_: unknown, done: (error: Error) => void) => done(reply(421)) }],
    [
      "the recipient",
      { onRcptTo: (_: unknown, __: unknown, done: (error: Error) => void) => done(reply(450)) },
    ],
  ])('is postponed when the server says "later" to %s', async (_, handlers) => {
    const busy = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      ...handlers,
    });
    await new Promise<void>((resolve) => busy.listen(0, "127.0.0.1", resolve));
    const { port } = busy.server.address() as AddressInfo;
    const failure = new EmailChannel(`smtp://127.0.0.1:${port}`, FROM).deliver(TARGET, {
      id: "1",
      subject: "Order",
      text: "Text",
    });
    await expect(failure).rejects.toBeInstanceOf(ChannelPaused);
    await new Promise<void>((resolve) => busy.close(() => resolve()));
  });

  it("has one recipient, and no header that a guest made up", async () => {
    const subject = "Order\r\nBcc: everybody@test.example";
    await channel.deliver(TARGET, { id: "1", subject, text: "Text" });
    expect(recipients).toEqual([TARGET]);
    expect(raw[0]).not.toMatch(/^Bcc:/im);
  });
});
