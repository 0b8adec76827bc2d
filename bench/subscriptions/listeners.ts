import { once } from "node:events";

import { WebSocket } from "ws";

import { settingsOfChild, tellParent } from "../child";
import { type Listening, type Question, type Received, type Waiting } from "./listening";

const OPENED_AT_ONCE = 50;

/** Thousands of clients that count the messages they receive. */
class Listeners {
  private readonly sockets: WebSocket[] = [];
  private waiting: { readonly total: number; readonly told: () => void } | undefined;
  private received = 0;
  private last = "";

  async open({ url, count, authorization, operations }: Listening): Promise<void> {
    const end = this.sockets.length + count;
    for (let index = this.sockets.length; index < end; index += OPENED_AT_ONCE) {
      const group = Array.from(
        { length: Math.min(OPENED_AT_ONCE, end - index) },
        (_, within) => index + within,
      );
      await Promise.all(group.map((each) => this.connect(url, each, authorization, operations)));
    }
  }

  async reached({ total, withinMs }: Waiting): Promise<Received> {
    if (this.received < total) {
      await new Promise<void>((told) => {
        this.waiting = { total, told };
        setTimeout(told, withinMs).unref();
      });
    }
    return { total: this.received, atNs: String(process.hrtime.bigint()), sample: this.last };
  }

  private async connect(
    url: string,
    index: number,
    authorization: string | undefined,
    operations: Listening["operations"],
  ): Promise<void> {
    // Each uses a separate address, because otherwise the limit on sockets per address would refuse
    // it.
    const headers = { "x-forwarded-for": `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}` };
    const socket = new WebSocket(url, operations ? ["graphql-transport-ws"] : [], { headers });
    this.sockets.push(socket);
    await once(socket, "open");
    if (operations) {
      socket.send(
        JSON.stringify({
          type: "connection_init",
          ...(authorization && { payload: { authorization } }),
        }),
      );
      await once(socket, "message");
      const payload = operations[index % operations.length];
      socket.send(JSON.stringify({ id: `listener-${index}`, type: "subscribe", payload }));
    }
    socket.on("message", (message: Buffer) => this.take(message));
  }

  private take(message: Buffer): void {
    this.received += 1;
    if (this.waiting?.total !== this.received) return;
    this.last = message.toString();
    this.waiting.told();
  }
}

async function main(): Promise<void> {
  await settingsOfChild();
  const listeners = new Listeners();
  process.once("disconnect", () => process.exit(0));
  process.on("message", (question: Question) => {
    if ("url" in question) void listeners.open(question).then(() => tellParent({}));
    else void listeners.reached(question).then(tellParent);
  });
  tellParent({});
}

void main();
