import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { type LookupFunction } from "node:net";

import axios, { type AxiosInstance } from "axios";

import { CallHeldBack, PosContractBroken, PosSilent, PosUnavailable } from "../../../errors";
import { type CallGuard } from "../../../ports/call-guard";
import { guardedTransport } from "../../../ports/guarded-transport";
import { maskRequest } from "../values/mask";

/** A request to iiko. */
export interface IikoRequest {
  readonly path: string;
  readonly body: unknown;
  /** The request may have had an effect in iiko even if its answer is unreadable. */
  readonly mutates?: boolean;
  /** Checks once more at the moment the bytes leave. */
  readonly guard?: CallGuard | undefined;
  /** An order is waiting for it, although its path does not show that. */
  readonly urgent?: boolean;
  /**
   * Place of the waiting order in the queue of all orders of the key; defaults to the time of the
   * call.
   */
  readonly placeAt?: Date | null | undefined;
  /** Called when the call has its permit, before its body is written. */
  readonly leaving?: (() => void) | undefined;
  /** No known caller is waiting for it: it goes after all others of its group. */
  readonly last?: boolean;
  /** iiko's own time limit for processing the request, in seconds; defaults to 15, like iiko's. */
  readonly timeoutSeconds?: number;
  /** Limit for the unpacked answer; defaults to 8 MB. */
  readonly maxBytes?: number;
}

export interface IikoAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly retryAfter: string | null;
  /** Unpacked body. */
  readonly body: Buffer;
  /** The server's own time, taken from its Date header. */
  readonly date: string | null;
}

const USUAL_TIMEOUT_SECONDS = 15;
const USUAL_MAX_BYTES = 8 * 2 ** 20;
/** A client that hangs up before iiko does turns a slow success into an unknown outcome. */
const GRACE_MS = 5_000;

/** POSTs JSON, once. Knows nothing about tokens or the meaning of an answer. */
export class IikoHttp {
  private readonly agents: { readonly http: HttpAgent; readonly https: HttpsAgent };
  private readonly axios: AxiosInstance;

  /**
   * @param graceMs how long to wait for an answer beyond iiko's own limit
   * @param lookup how to resolve iiko's host; defaults to the system's resolver
   */
  constructor(
    baseUrl: string,
    private readonly graceMs = GRACE_MS,
    lookup?: LookupFunction,
  ) {
    const connections = { keepAlive: true, ...(lookup && { lookup }) };
    this.agents = { http: new HttpAgent(connections), https: new HttpsAgent(connections) };
    this.axios = axios.create({
      baseURL: baseUrl.replace(/(?<!\/)\/+$/, ""),
      httpAgent: this.agents.http,
      httpsAgent: this.agents.https,
      // A redirect would send the token and the guest's address to any host it names.
      maxRedirects: 0,
      proxy: false,
      responseType: "arraybuffer",
      validateStatus: () => true,
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        Accept: "application/json",
        "Accept-Encoding": "gzip, br",
      },
    });
  }

  /**
   * @throws {CallHeldBack} the guard stopped it, and nothing has been sent
   * @throws {PosUnavailable} the connection failed or broke off
   * @throws {PosSilent} no complete answer arrived before the deadline, which covers connecting,
   *   waiting and reading together
   * @throws {PosContractBroken} the answer to a read exceeded `maxBytes`
   */
  async post(request: IikoRequest, token: string | null): Promise<IikoAnswer> {
    const { timeoutSeconds = USUAL_TIMEOUT_SECONDS, maxBytes = USUAL_MAX_BYTES } = request;
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), timeoutSeconds * 1000 + this.graceMs);
    try {
      const { status, headers, data } = await this.axios.post<Buffer | undefined>(
        request.path,
        request.body,
        {
          headers: {
            Timeout: timeoutSeconds,
            ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
          },
          signal: deadline.signal,
          maxContentLength: maxBytes,
          ...(request.guard && { transport: guardedTransport(request.guard) }),
        },
      );
      const header = (name: string) => {
        const value: unknown = headers[name];
        return typeof value === "string" ? value : null;
      };
      return {
        status,
        contentType: header("content-type") ?? "",
        retryAfter: header("retry-after"),
        body: data ?? Buffer.alloc(0),
        date: header("date"),
      };
    } catch (error) {
      throw noAnswer(error, request, deadline.signal.aborted);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Closes idle connections. */
  close(): void {
    this.agents.http.destroy();
    this.agents.https.destroy();
  }
}

/**
 * Only the code of the cause is kept: axios errors carry the whole request, including the token.
 */
function noAnswer(
  error: unknown,
  request: IikoRequest,
  late: boolean,
): CallHeldBack | PosUnavailable | PosContractBroken {
  const cause = axios.isAxiosError(error) ? error.cause : error;
  if (cause instanceof CallHeldBack) return cause;
  const exchange = { correlationId: null, request: maskRequest(request.body), response: null };
  const { code, message } = axios.isAxiosError(error)
    ? error
    : { code: undefined, message: String(error) };
  if (message.includes("maxContentLength")) {
    const { maxBytes = USUAL_MAX_BYTES } = request;
    const text = `iiko's answer to ${request.path} is larger than ${maxBytes} bytes`;
    return request.mutates
      ? new PosUnavailable(text, { exchange })
      : new PosContractBroken(text, { exchange });
  }
  const text = `iiko did not answer ${request.path}`;
  if (late) return new PosSilent(`${text}: no answer in time`, { exchange });
  return new PosUnavailable(`${text}: connection failed (${code ?? message})`, { exchange });
}
