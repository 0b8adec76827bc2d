import { existsSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import http from "node:http";
import { join } from "node:path";

import { Client } from "pg";

// Loaded into a gateway before anything else (NODE_OPTIONS=--require), without the gateway's
// knowledge. A file in CRASH_DIR named after a step kills the first process that reaches this step,
// in the middle of whatever it is doing; if the file says "stand still", the process is stopped
// there like a frozen machine, and writes down its id.

export type CrashStep =
  | "intent saved"
  | "call let through"
  | "request sent"
  | "answer read"
  | "outcome committing"
  | "state saved"
  | "message taken";

/** Content of a step's file; if it is empty, the process is killed. */
export const STAND_STILL = "stand still";
/** The file in which a stopped process writes its id. */
export const STANDING = "standing";

const CREATE_PATH = "/api/1/deliveries/create";
const folder = process.env["CRASH_DIR"];

function reached(step: CrashStep): void {
  const armed = join(folder ?? "", step);
  if (!existsSync(armed)) return;
  let order: string;
  try {
    order = readFileSync(armed, "utf8");
    unlinkSync(armed);
  } catch {
    // Another process was faster.
    return;
  }
  if (order !== STAND_STILL) process.kill(process.pid, "SIGKILL");
  writeFileSync(join(folder ?? "", STANDING), String(process.pid));
  process.kill(process.pid, "SIGSTOP");
}

/** Calls that create an order and have not been sent yet. */
const letThrough = new WeakSet<http.ClientRequest>();

/**
 * The steps around the call that creates an order. "Answer read" is also the moment when it is
 * clear that no answer will come.
 */
function watchRequests(): void {
  const original = http.request.bind(http) as (...parameters: unknown[]) => http.ClientRequest;
  const watched = (...parameters: unknown[]): http.ClientRequest => {
    const [target] = parameters as [{ path?: string } | undefined];
    if (target?.path !== CREATE_PATH) return original(...parameters);
    reached("intent saved");
    const request = original(...parameters);
    letThrough.add(request);
    request.once("finish", () => reached("request sent"));
    request.once("response", (response) => response.once("end", () => reached("answer read")));
    request.once("error", () => reached("answer read"));
    return request;
  };
  http.request = watched;
  // Whoever holds a request back until the last moment ends it by the method of the class.
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its request below
  const end = http.ClientRequest.prototype.end as (
    this: http.ClientRequest,
    ...parameters: unknown[]
  ) => unknown;
  http.ClientRequest.prototype.end = function (
    this: http.ClientRequest,
    ...parameters: unknown[]
  ): unknown {
    if (letThrough.delete(this)) reached("call let through");
    return end.apply(this, parameters);
  } as typeof http.ClientRequest.prototype.end;
}

/** The first commit after an attempt has ended, and a channel's "yes" before it is recorded. */
function watchStatements(): void {
  const ending = new WeakSet<Client>();
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its client below
  const original = Client.prototype.query as (this: Client, ...parameters: unknown[]) => unknown;
  Client.prototype.query = function (this: Client, ...parameters: unknown[]): unknown {
    const [statement] = parameters;
    const text =
      typeof statement === "string" ? statement : ((statement as { text?: string }).text ?? "");
    if (/update injection_attempts attempt set/.test(text)) ending.add(this);
    if (/UPDATE "fallback_deliveries"/i.test(text) && /"sent_at" =/.test(text))
      reached("message taken");
    const result = original.apply(this, parameters);
    if (text.startsWith("COMMIT") && ending.delete(this)) {
      // The message is on its way; nobody will be there to receive its answer.
      setImmediate(() => reached("outcome committing"));
      void Promise.resolve(result).then(() => reached("state saved"));
    }
    return result;
  } as typeof Client.prototype.query;
}

if (folder !== undefined) {
  watchRequests();
  watchStatements();
}
