import { once } from "node:events";
import { Agent, type ClientRequest, type IncomingMessage, request } from "node:http";

import { eventually } from "./eventually";

export interface StreamedEvent {
  readonly event: string;
  readonly data: unknown;
}

export interface StreamRequest {
  readonly url: string;
  /** Sent as a POST; when omitted, the request is a GET. */
  readonly body?: object;
  readonly headers?: Record<string, string>;
}

/** Reads an event stream byte by byte, so that a test also sees comments and can stop reading. */
export class SseClient {
  text = "";
  /** Whether the server ended the stream properly; resolves once it is over. */
  readonly closed: Promise<boolean>;

  private constructor(
    private readonly sent: ClientRequest,
    readonly response: IncomingMessage,
  ) {
    response.setEncoding("utf8").on("data", (chunk: string) => (this.text += chunk));
    response.on("error", () => undefined);
    this.closed = new Promise((resolve) =>
      response.once("close", () => resolve(response.complete)),
    );
  }

  /** Resolves with the headers of the answer. */
  static async open({ url, body, headers }: StreamRequest): Promise<SseClient> {
    const type = body ? { "content-type": "application/json" } : {};
    const sent = request(url, {
      method: body ? "POST" : "GET",
      headers: { accept: "text/event-stream", ...type, ...headers },
      agent: new Agent({ keepAlive: true }),
    });
    sent.end(body && JSON.stringify(body));
    const [response] = (await once(sent, "response")) as [IncomingMessage];
    sent.on("error", () => undefined);
    return new SseClient(sent, response);
  }

  get events(): StreamedEvent[] {
    const blocks = this.text.split("\n\n").slice(0, -1);
    return blocks.filter((block) => !block.startsWith(":")).map(readEvent);
  }

  get comments(): number {
    return this.text.split("\n\n").filter((block) => block === ":").length;
  }

  next(): Promise<StreamedEvent> {
    return eventually(() => this.events[0]);
  }

  /** Everything that was sent, once the server has ended the stream. */
  async whole(): Promise<StreamedEvent[]> {
    await this.closed;
    return this.events;
  }

  leave(): void {
    this.sent.destroy();
  }
}

function readEvent(block: string): StreamedEvent {
  const fields = new Map(
    block.split("\n").map((line) => [line.split(": ", 1).join(""), line.replace(/^\w+: /, "")]),
  );
  const data = fields.get("data") ?? "";
  return {
    event: fields.get("event") ?? "",
    data: data === "" ? undefined : (JSON.parse(data) as unknown),
  };
}
