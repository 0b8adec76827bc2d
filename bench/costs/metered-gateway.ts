import { type Child, type Usage } from "../child";
import { type WrittenQuery } from "./query-tree";

export interface Metered {
  readonly status: number;
  /** Of the gateway's processor, from the request to the whole answer. */
  readonly cpuMs: number;
  readonly bytes: number;
  readonly text: string;
}

/**
 * A gateway in a process of its own, asked one thing at a time: what it has worked meanwhile was
 * for that.
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
