import { existsSync, unlinkSync } from "node:fs";
import http from "node:http";
import { join } from "node:path";

import { Client } from "pg";

// Loaded into a gateway before anything else (NODE_OPTIONS=--require): the gateway itself knows nothing of it. A file in
// CRASH_DIR named after a step kills the process that comes to this step first, in the middle of whatever it does.

export type CrashStep = "intent saved" | "request sent" | "answer read" | "state saved" | "message taken";

const CREATE_PATH = "/api/1/deliveries/create";
const folder = process.env["CRASH_DIR"];

function reached(step: CrashStep): void {
  const armed = join(folder ?? "", step);
  if (!existsSync(armed)) return;
  try {
    unlinkSync(armed);
  } catch {
    // Another process was faster.
    return;
  }
  process.kill(process.pid, "SIGKILL");
}

/** The steps around the call that creates an order. "Answer read" is also the moment when no answer will come. */
function watchRequests(): void {
  const original = http.request.bind(http) as (...parameters: unknown[]) => http.ClientRequest;
  const watched = (...parameters: unknown[]): http.ClientRequest => {
    const [target] = parameters as [{ path?: string } | undefined];
    if (target?.path !== CREATE_PATH) return original(...parameters);
    reached("intent saved");
    const request = original(...parameters);
    request.once("finish", () => reached("request sent"));
    request.once("response", (response) => response.once("end", () => reached("answer read")));
    request.once("error", () => reached("answer read"));
    return request;
  };
  http.request = watched;
}

/** The first commit after an attempt was ended; and a channel's "yes" before it is noted. */
function watchStatements(): void {
  const ending = new WeakSet<Client>();
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its client below
  const original = Client.prototype.query as (this: Client, ...parameters: unknown[]) => unknown;
  Client.prototype.query = function (this: Client, ...parameters: unknown[]): unknown {
    const [statement] = parameters;
    const text = typeof statement === "string" ? statement : ((statement as { text?: string }).text ?? "");
    if (/update injection_attempts attempt set/.test(text)) ending.add(this);
    if (/UPDATE "fallback_deliveries"/i.test(text) && /"sent_at" =/.test(text)) reached("message taken");
    const result = original.apply(this, parameters);
    if (text.startsWith("COMMIT") && ending.delete(this)) {
      void Promise.resolve(result).then(() => reached("state saved"));
    }
    return result;
  } as typeof Client.prototype.query;
}

if (folder !== undefined) {
  watchRequests();
  watchStatements();
}
