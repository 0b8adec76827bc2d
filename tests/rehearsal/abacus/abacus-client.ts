import axios, { type AxiosResponse, isAxiosError } from "axios";

import {
  CallHeldBack,
  type PosExchange,
  PosRateLimited,
  PosRejected,
  PosUnavailable,
  RefusalKind,
} from "../../../src/errors";
import { type CallGuard } from "../../../src/ports/call-guard";
import { guardedTransport } from "../../../src/ports/guarded-transport";
import { type PosCredential } from "../../../src/ports/pos/pos-branch";

const BOUNDS = { timeout: 5_000, maxRedirects: 0, maxContentLength: 10_000_000 } as const;

const KINDS: Readonly<Record<number, RefusalKind>> = {
  401: RefusalKind.OPERATOR,
  422: RefusalKind.MAPPING,
};

interface Call {
  readonly body?: object;
  readonly guard?: CallGuard | undefined;
  readonly exchange?: PosExchange;
}

/** One call of the till: what it answers, or an error of the port `Pos`. */
export async function askTill<T>(
  url: string,
  credential: PosCredential,
  { body, guard, exchange }: Call = {},
): Promise<T> {
  const guarded = guard && { transport: guardedTransport(guard) };
  const headers = { authorization: credential["apiKey"] ?? "" };
  try {
    const options = { ...BOUNDS, ...guarded, headers, url, method: body ? "post" : "get" };
    const { data } = await axios.request<T>({ ...options, data: body });
    return data;
  } catch (error) {
    throw errorOf(error, exchange);
  }
}

function errorOf(error: unknown, exchange: PosExchange | undefined): Error {
  const { response, cause } = isAxiosError(error) ? error : { response: undefined, cause: error };
  if (cause instanceof CallHeldBack) return cause;
  if (!response || response.status >= 500)
    return new PosUnavailable("No usable answer of the till", { exchange });
  return refusalOf(response, exchange);
}

function refusalOf({ status, headers }: AxiosResponse, exchange: PosExchange | undefined): Error {
  if (status === 429) {
    const retryAfterMs = Number(headers["retry-after"] ?? 1) * 1_000;
    return new PosRateLimited("The till asks for a pause", { retryAfterMs, exchange });
  }
  const kind = KINDS[status] ?? RefusalKind.FINAL;
  return new PosRejected(`The till refuses: ${status}`, {
    posCode: String(status),
    kind,
    exchange,
  });
}
