import { readFile } from "node:fs/promises";
import { Agent, request } from "node:http";

import { Child } from "../child";
import { gatewaySettings } from "../menu/gateway-settings";
import { MENU_QUERY } from "../menu/menu-query";

/** Half of the memory that a process may take; code, buffers and stacks take the rest. */
const HEAP_MB = 256;

/** A gateway in a process with little memory that serves menus over connections that stay open. */
export class LimitedGateway {
  private readonly agent = new Agent({ keepAlive: true });
  private readonly url: URL;

  private constructor(
    private readonly child: Child,
    url: string,
  ) {
    this.url = new URL(url);
  }

  static async start(databaseUrl: string): Promise<LimitedGateway> {
    const [child, { url }] = await Child.start<{ url: string }>(
      "menu/contestants/gateway",
      gatewaySettings(databaseUrl, { METRICS_KEY: "a-key-of-the-bench-for-metrics" }),
      [`--max-old-space-size=${HEAP_MB}`],
    );
    return new LimitedGateway(child, url);
  }

  async stop(): Promise<void> {
    this.agent.destroy();
    await this.child.stop();
  }

  /** How many milliseconds it took to receive the whole menu of a branch. */
  async readMenu(branchId: string): Promise<number> {
    const start = performance.now();
    const text = await this.post(JSON.stringify({ query: MENU_QUERY, variables: { branchId } }));
    const tookMs = performance.now() - start;
    if (!text.startsWith('{"data":{"menu":{')) throw new Error(`Answered ${text.slice(0, 300)}`);
    return tookMs;
  }

  /** The current and the peak memory of the whole process, in megabytes. */
  async memoryMb(): Promise<{ readonly now: number; readonly most: number }> {
    const status = await readFile(`/proc/${this.child.pid}/status`, "utf8");
    const of = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? NaN) / 1_024;
    return { now: of("VmRSS"), most: of("VmHWM") };
  }

  /** The metrics that the gateway reports. */
  async metrics(): Promise<string> {
    const headers = { authorization: "Bearer a-key-of-the-bench-for-metrics" };
    return (await fetch(new URL("/metrics", this.url), { headers })).text();
  }

  private post(body: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const headers = { "content-type": "application/json" };
      const asked = request(this.url, { method: "POST", agent: this.agent, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () => resolve(Buffer.concat(chunks).toString()));
        answer.on("error", reject);
      });
      asked.on("error", reject);
      asked.end(body);
    });
  }
}
