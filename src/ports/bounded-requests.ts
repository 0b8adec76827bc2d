import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { type LookupFunction } from "node:net";

import { type CallGuard } from "./call-guard";
import { guardedTransport, type Transport } from "./guarded-transport";

/** Without a word of the server. */
const TIMEOUT_MS = 10_000;
/** For the whole of one call: a server that says a little now and then is silent as well. */
const DEADLINE_MS = 20_000;
const LONGEST_ANSWER_BYTES = 1_000_000;

/** Failures to reach a server at all: nothing has left. */
const UNSENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

/** What axios takes for one call. */
export interface BoundedRequest {
  readonly timeout: number;
  readonly signal: AbortSignal;
  readonly maxRedirects: number;
  readonly maxContentLength: number;
  readonly proxy: false;
  readonly httpAgent: HttpAgent;
  readonly httpsAgent: HttpsAgent;
  readonly transport?: Transport;
}

/** How channels ask a server over HTTP: every wait and every answer has a limit. */
export class BoundedRequests {
  private readonly httpAgent: HttpAgent;
  private readonly httpsAgent: HttpsAgent;

  /** @param lookup how the server's host is found; the system's way when left out */
  constructor(
    lookup?: LookupFunction,
    private readonly deadlineMs = DEADLINE_MS,
  ) {
    const connections = lookup ? { lookup } : {};
    this.httpAgent = new HttpAgent(connections);
    this.httpsAgent = new HttpsAgent(connections);
  }

  /** Of one call, whose deadline begins now. */
  options(guard?: CallGuard): BoundedRequest {
    const { httpAgent, httpsAgent } = this;
    const bounded: BoundedRequest = {
      timeout: TIMEOUT_MS,
      signal: AbortSignal.timeout(this.deadlineMs),
      maxRedirects: 0,
      maxContentLength: LONGEST_ANSWER_BYTES,
      proxy: false,
      httpAgent,
      httpsAgent,
    };
    return guard ? Object.assign(bounded, { transport: guardedTransport(guard) }) : bounded;
  }
}

/** @param code of an error that came in place of an answer */
export function mayHaveLeft(code: string | undefined): boolean {
  return !UNSENT.has(code ?? "");
}
