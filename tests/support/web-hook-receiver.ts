import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";

import { type Json, type OrderAnswer } from "./sandbox-session";

interface ReceivedEvent extends Json {
  eventType?: string;
  eventInfo: OrderAnswer;
}

/**
 * A web hook address that keeps what it receives; `answers` are the statuses of the next calls, 200
 * after that.
 */
export class WebHookReceiver {
  readonly calls: { authorization: string | undefined; events: ReceivedEvent[] }[] = [];
  answers: number[] = [];

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async listen(): Promise<WebHookReceiver> {
    const server = createServer((request, response) => {
      let text = "";
      request.on("data", (chunk: Buffer) => (text += chunk.toString()));
      request.on("end", () => {
        receiver.calls.push({
          authorization: request.headers.authorization,
          events: JSON.parse(text) as ReceivedEvent[],
        });
        response.writeHead(receiver.answers.shift() ?? 200).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const receiver = new WebHookReceiver(
      server,
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    );
    return receiver;
  }

  get events(): ReceivedEvent[] {
    return this.calls.flatMap(({ events }) => events);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
