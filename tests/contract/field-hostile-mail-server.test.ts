import { type AddressInfo, createServer, type Server, type Socket } from "node:net";

import { EmailChannel } from "../../src/adapters/email/email-channel";
import { ChannelFailed, ChannelPaused } from "../../src/errors";
import { eventually } from "../support/eventually";

const MESSAGE = {
  id: "7d0f5d8e-9f0f-4a6b-8d57-8f1b2f3c4d5e",
  subject: "Заказ 17",
  text: "Заказ 17\n\nДва борща",
};
const FROM = "orders@gateway.example";
const TARGET = "kitchen@test.example";
const SECRET = "invented-password";
const SILENCE_MS = 400;
const DEADLINE_MS = 1_500;
/** What may wait in the buffers of the two machines when a connection is given up. */
const MOST_BYTES = 16 * 2 ** 20;

/** Talks to one client. @param said everything that the client has sent, and goes on sending */
type Talk = (socket: Socket, onLine: (answer: (line: string) => void) => void) => void;

class HostileServer {
  said = "";
  sentBytes = 0;
  readonly sockets = new Set<Socket>();
  private constructor(readonly server: Server) {}

  static async start(talk: Talk): Promise<HostileServer> {
    const hostile = new HostileServer(createServer((socket) => hostile.serve(socket, talk)));
    await new Promise<void>((resolve) => hostile.server.listen(0, "127.0.0.1", resolve));
    return hostile;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(socket: Socket, talk: Talk): void {
    this.sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("close", () => {
      this.sentBytes += socket.bytesWritten;
      this.sockets.delete(socket);
    });
    const listeners: ((line: string) => void)[] = [];
    let waiting = "";
    socket.on("data", (chunk: Buffer) => {
      this.said += chunk.toString();
      waiting += chunk.toString();
      for (let end = waiting.indexOf("\r\n"); end >= 0; end = waiting.indexOf("\r\n")) {
        const line = waiting.slice(0, end);
        waiting = waiting.slice(end + 2);
        for (const listener of listeners) listener(line);
      }
    });
    talk(socket, (listener) => listeners.push(listener));
  }
}

const LIKE_A_SERVER: Readonly<Record<string, string>> = {
  EHLO: "250-mail.example\r\n250 AUTH PLAIN LOGIN",
  AUTH: "235 2.7.0 Welcome",
  MAIL: "250 ok",
  RCPT: "250 ok",
  DATA: "354 Go on",
  ".": "250 taken",
  QUIT: "221 bye",
};

/** Behaves like a mail server, except for some commands. */
function instead(changes: Readonly<Record<string, (socket: Socket) => void>>): Talk {
  return (socket, onLine) => {
    if (changes["greeting"]) changes["greeting"](socket);
    else socket.write("220 mail.example\r\n");
    onLine((line) => {
      const command = line.split(" ")[0]?.toUpperCase() ?? "";
      const change = changes[command];
      if (change) change(socket);
      else if (LIKE_A_SERVER[command]) socket.write(`${LIKE_A_SERVER[command]}\r\n`);
    });
  };
}

const nothing = () => undefined;

/** Writes the same text for as long as the client accepts it. */
function flood(text: string): (socket: Socket) => void {
  const chunk = Buffer.from(text.repeat(Math.ceil(65_536 / text.length)));
  return (socket) => {
    const go = () => {
      while (!socket.destroyed && socket.write(chunk));
      if (!socket.destroyed) socket.once("drain", go);
    };
    go();
  };
}

/** Sends a little again and again, so that it is never silent for long. */
function drip(text: string): (socket: Socket) => void {
  return (socket) => {
    const timer = setInterval(() => socket.write(text), SILENCE_MS / 8);
    socket.once("close", () => clearInterval(timer));
  };
}

const reply = (text: string) => (socket: Socket) => socket.write(`${text}\r\n`);

let hostile: HostileServer;
afterEach(() => hostile.stop());

async function deliver(talk: Talk, options: { readonly requireTls?: boolean } = {}): Promise<void> {
  hostile = await HostileServer.start(talk);
  const url = `smtp://orders:${SECRET}@127.0.0.1:${hostile.port}`;
  const channel = new EmailChannel(url, FROM, {
    timeoutMs: SILENCE_MS,
    deadlineMs: DEADLINE_MS,
    ...options,
  });
  await channel.deliver(TARGET, MESSAGE);
}

async function failureOf(
  talk: Talk,
  options: { readonly requireTls?: boolean } = {},
): Promise<ChannelFailed> {
  const failure: unknown = await deliver(talk, options).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ChannelFailed);
  return failure as ChannelFailed;
}

describe("A malicious mail server is abandoned, its connection closed and little read from it, when it", () => {
  it.each<[string, Talk]>([
    ["says nothing", instead({ greeting: nothing })],
    ["never ends its greeting", instead({ greeting: flood("220-") })],
    ["never ends a line", instead({ greeting: flood("x") })],
    ["never ends a reply of many lines", instead({ EHLO: flood("250-SIZE\r\n") })],
    ["says a letter now and then", instead({ greeting: drip("2") })],
    ["says a line now and then", instead({ EHLO: drip("250-SIZE\r\n") })],
    ["floods while the message is sent", instead({ DATA: flood("354-go on\r\n") })],
    ["floods with nonsense", instead({ MAIL: flood("\u0000\r\n\r\n") })],
    ["falls silent after the greeting", instead({ EHLO: nothing })],
    ["falls silent while the client logs in", instead({ AUTH: nothing })],
    ["asks for ever for more of a password", instead({ AUTH: reply("334 VXNlcm5hbWU6") })],
    ["falls silent once it has the message", instead({ ".": nothing })],
    ["hangs up in the middle", instead({ RCPT: (socket) => socket.destroy() })],
    ["refuses with a text of 900 KB", instead({ MAIL: reply(`550 ${"x".repeat(900_000)}`) })],
    ["claims to be no mail server", instead({ greeting: reply("HTTP/1.1 200 OK") })],
  ])("%s", async (_, talk) => {
    const failure = await failureOf(talk);
    expect(failure.message.length).toBeLessThan(200);
    await eventually(() => hostile.sockets.size === 0);
    expect(hostile.sentBytes).toBeLessThan(MOST_BYTES);
  });
});

it("A mail server that floods the client with unsolicited consent may lie, but is soon disconnected", async () => {
  await deliver(instead({ EHLO: flood("250 ok\r\n") })).catch((error: unknown) => {
    expect(error).toBeInstanceOf(ChannelFailed);
  });
  await eventually(() => hostile.sockets.size === 0);
  expect(hostile.sentBytes).toBeLessThan(MOST_BYTES);
});

describe("What a mail server says is trusted only so far:", () => {
  it("a message may have arrived if the server fell silent after it", async () => {
    expect((await failureOf(instead({ ".": nothing }))).mayHaveArrived).toBe(true);
  });

  it("a message has not arrived if the server refused it, and the server's text goes no further", async () => {
    const failure = await failureOf(
      instead({ RCPT: reply(`550 no such box ${TARGET} ${SECRET}`) }),
    );
    expect([failure.mayHaveArrived, failure.message]).toEqual([
      false,
      expect.not.stringContaining(TARGET),
    ]);
    expect(failure.message).not.toContain(SECRET);
  });

  it("it may ask to be tried again later", async () => {
    expect(await failureOf(instead({ MAIL: reply("421 4.7.0 Busy") }))).toBeInstanceOf(
      ChannelPaused,
    );
  });
});

describe("Neither the message nor the password is sent in plain text to a server that has to use TLS and", () => {
  it.each<[string, Talk]>([
    ["offers none", instead({})],
    [
      "offers it and refuses",
      instead({ EHLO: reply("250-x\r\n250 STARTTLS"), STARTTLS: reply("454 no TLS now") }),
    ],
    [
      "offers it and claims to have begun",
      instead({ EHLO: reply("250-x\r\n250 STARTTLS"), STARTTLS: reply("220 go") }),
    ],
    [
      "sends more behind its consent",
      instead({
        EHLO: reply("250-x\r\n250 STARTTLS"),
        STARTTLS: reply("220 go\r\n250 AUTH PLAIN\r\n235 welcome"),
      }),
    ],
    [
      "consents and falls silent",
      instead({ EHLO: reply("250-x\r\n250 STARTTLS"), STARTTLS: (s) => void s.write("220") }),
    ],
    [
      "welcomes without being asked",
      instead({ greeting: reply("220 x\r\n250 AUTH PLAIN\r\n235 welcome\r\n250 ok") }),
    ],
  ])("%s", async (_, talk) => {
    await failureOf(talk, { requireTls: true });
    const password = Buffer.from(`\u0000orders\u0000${SECRET}`).toString("base64");
    for (const secret of [SECRET, password, "AUTH", "MAIL FROM", TARGET])
      expect(hostile.said).not.toContain(secret);
  });
});
