import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { type LookupFunction } from "node:net";

import { type CallGuard } from "./call-guard";
import { guardedTransport, type Transport } from "./guarded-transport";

/** Without any data from the server. */
const TIMEOUT_MS = 10_000;
/** For one whole call: a server that sends a little now and then counts as silent, too. */
const DEADLINE_MS = 20_000;
const LONGEST_ANSWER_BYTES = 1_000_000;

/** Failures to reach a server at all: nothing was sent. */
const UNSENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

/** The axios options of one call. */
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

/** How channels call a server over HTTP: every wait and every answer is limited. */
export class BoundedRequests {
  private readonly httpAgent: HttpAgent;
  private readonly httpsAgent: HttpsAgent;

  /** @param lookup resolves the server's host; defaults to the system's resolver */
  constructor(
    lookup?: LookupFunction,
    private readonly deadlineMs = DEADLINE_MS,
  ) {
    const connections = lookup ? { lookup } : {};
    this.httpAgent = new HttpAgent(connections);
    this.httpsAgent = new HttpsAgent(connections);
  }

  /** Returns the options of one call, whose deadline starts now. */
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

/** @param code of an error that came instead of an answer */
export function mayHaveLeft(code: string | undefined): boolean {
  return !UNSENT.has(code ?? "");
}
