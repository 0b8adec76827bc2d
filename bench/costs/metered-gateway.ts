import { type Child, type Usage } from "../child";
import { type WrittenQuery } from "./query-tree";

export interface Metered {
  readonly status: number;
  /** Time on the gateway's processor, from the request to the complete answer. */
  readonly cpuMs: number;
  readonly bytes: number;
  readonly text: string;
}

/**
 * A gateway in a separate process that answers one request at a time, so that its work meanwhile
 * was for that request.
 */
export class MeteredGateway {
  constructor(
    private readonly server: Child,
    private readonly url: string,
  ) {}

  async ask(query: WrittenQuery): Promise<Metered> {
    const before = await this.usage();
    const headers = { "content-type": "application/json" };
    const response = await fetch(this.url, {
      method: "POST",
      headers,
      body: JSON.stringify(query),
    });
    const text = await response.text();
    const after = await this.usage();
    return {
      status: response.status,
      cpuMs: after.cpuMs - before.cpuMs,
      bytes: Buffer.byteLength(text),
      text,
    };
  }

  private usage(): Promise<Usage> {
    return this.server.ask<Usage>({});
  }
}
