import { type z } from "zod";

import { type IikoReply } from "../../src/adapters/iiko/connection/iiko-answer";
import { type IikoRequest } from "../../src/adapters/iiko/connection/iiko-http";
import { IikoTransport } from "../../src/adapters/iiko/connection/iiko-transport";
import { inMemorySharing } from "./in-memory-sharing";
import { type Script, type ScriptedServer, sendJson, startScriptedServer } from "./scripted-server";

export const credential = { kind: "API_LOGIN_V1", apiLogin: "demo" } as const;
export const now = new Date("2026-10-12T12:00:00Z");

/**
 * iiko's transport in front of a server that logs every client in and leaves the rest to a script.
 */
export class TransportUnderTest<Reply> {
  private constructor(
    readonly server: ScriptedServer,
    readonly transport: IikoTransport,
    private readonly schema: z.ZodType<Reply>,
  ) {}

  static async start<Reply>(
    schema: z.ZodType<Reply>,
    script: Script,
  ): Promise<TransportUnderTest<Reply>> {
    let logins = 0;
    const server = await startScriptedServer((response, call) => {
      if (call.path.includes("access_token"))
        sendJson(response, 200, { token: `token-${++logins}` });
      else script(response, call);
    });
    const transport = new IikoTransport({
      baseUrl: `${server.url}/`,
      clock: () => now,
      sharing: inMemorySharing(),
      graceMs: 100,
    });
    return new TransportUnderTest(server, transport, schema);
  }

  post(request: Partial<IikoRequest> = {}): Promise<IikoReply<Reply>> {
    const usual = { path: "/api/1/anything", body: { phone: "+79990000009" }, timeoutSeconds: 10 };
    return this.transport.post(credential, { ...usual, ...request }, this.schema);
  }

  /** The error with which the call is rejected. */
  failure(request: Partial<IikoRequest> = {}): Promise<unknown> {
    return this.post(request).then(
      () => undefined,
      (error: unknown) => error,
    );
  }

  /** The calls other than logins. */
  works() {
    return this.server.calls.filter(({ path }) => !path.includes("access_token"));
  }

  async stop(): Promise<void> {
    this.transport.close();
    await this.server.close();
  }
}
