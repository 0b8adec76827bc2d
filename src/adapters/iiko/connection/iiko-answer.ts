import { z } from "zod";

import { type PosKeyFailure } from "../../../domain/pos/pos-key-failure";
import {
  AppError,
  OrganizationsDenied,
  PosContractBroken,
  type PosExchange,
  PosRateLimited,
  PosRejected,
  PosSilent,
  PosUnavailable,
  RefusalKind,
} from "../../../errors";
import { deniedOrganizations, explain } from "../reasons/iiko-error";
import { keyFailureOf } from "../reasons/iiko-token-failure";
import { readRows } from "../values/iiko-fields";
import { decodeJson, decodeText } from "../values/iiko-text";
import { mask, maskRequest, maskText } from "../values/mask";
import { errorBodySchema } from "./answer-schemas";
import { type IikoAnswer, type IikoRequest } from "./iiko-http";

export interface IikoReply<Reply> {
  readonly reply: Reply;
  readonly exchange: PosExchange;
}

/** iiko publishes no limits and does not always say when to retry. */
const USUAL_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** Non-JSON answers are only read as far as they can be stored. */
const MAX_SHOWN_BYTES = 8_000;

const anything = z.unknown();

const REFUSALS: Readonly<Record<number, RefusalKind>> = {
  400: RefusalKind.FINAL,
  401: RefusalKind.OPERATOR,
  403: RefusalKind.OPERATOR,
  410: RefusalKind.FINAL,
  422: RefusalKind.FINAL,
};

/**
 * Interprets an answer. A 2xx whose body is truncated or is a proxy's page does not count as an
 * answer. One whose shape differs from iiko's contract is a broken contract for a read, but an
 * unknown outcome for a mutation, because the work may have been done.
 *
 * @param now used for a Retry-After that contains a date
 */
export function readAnswer<Reply>(
  request: IikoRequest,
  answer: IikoAnswer,
  schema: z.ZodType<Reply>,
  now: Date,
): IikoReply<Reply> {
  return reading(request, answer.status, () => read(request, answer, schema, now));
}

/**
 * Returns what `read` makes of an answer. Whatever error it runs into, the answer counts as
 * unreadable: if submitting an order ended in any other error, the order would never be followed
 * up.
 *
 * @throws {PosUnavailable | PosContractBroken} as for an answer of another shape
 */
export function reading<T>(request: IikoRequest, status: number, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const exchange = {
      correlationId: null,
      request: maskRequest(request.body),
      response: { status, body: null },
    };
    throw unreadable(request, `iiko's answer to ${request.path} cannot be read`, exchange, cause);
  }
}

function read<Reply>(
  request: IikoRequest,
  answer: IikoAnswer,
  schema: z.ZodType<Reply>,
  now: Date,
) {
  const body = parseJson(answer);
  const exchange = toExchange(request, answer, body);
  if (answer.status < 200 || answer.status > 299)
    throw toError(request, answer, body, exchange, now);
  if (body === undefined)
    throw new PosUnavailable(`iiko's answer to ${request.path} is not readable`, { exchange });
  const parsed = readRows(() => schema.safeParse(body));
  if (parsed.success) return { reply: parsed.data, exchange };
  const fields = parsed.error.issues.slice(0, 5).map(({ path }) => path.join("."));
  throw unreadable(
    request,
    `iiko's answer to ${request.path} breaks its contract: ${fields.join(", ")}`,
    exchange,
  );
}

function unreadable(request: IikoRequest, text: string, exchange: PosExchange, cause?: unknown) {
  const options = { exchange, ...(cause !== undefined && { cause }) };
  return request.mutates ? new PosUnavailable(text, options) : new PosContractBroken(text, options);
}

/** iiko's own wording of a refusal: its code ("UNKNOWN" when there is none) and its text. */
export function readRefusal(body: unknown): {
  code: string;
  text: string;
  correlationId: string | null;
} {
  const { data } = errorBodySchema.safeParse(body);
  return {
    code: data?.error ?? data?.errorCode ?? data?.code ?? "UNKNOWN",
    text: data?.errorDescription ?? data?.message ?? data?.details ?? "",
    correlationId: data?.correlationId ?? null,
  };
}

/**
 * Returns what an answer, to any call except a login, says against the key as a whole. Other
 * statuses are about the request and quote it: a guest's street must not block the key of a whole
 * chain.
 */
export function keyFailureIn(answer: IikoAnswer): PosKeyFailure | undefined {
  return answer.status === 401 || answer.status === 403
    ? keyFailureOf(readRefusal(parseJson(answer)).text)
    : undefined;
}

/**
 * Returns the body of an answer that is too big to be parsed on the spot. It has not been checked
 * for valid JSON yet.
 *
 * @throws as `readAnswer` for anything that is not a 2xx; PosUnavailable when the content type is
 *   not JSON
 */
export function readDownload(request: IikoRequest, answer: IikoAnswer, now: Date): Buffer {
  if (answer.status < 200 || answer.status > 299 || !isJson(answer)) {
    readAnswer(request, answer, anything, now);
  }
  return answer.body;
}

/** Returns undefined for anything that is not JSON, such as a proxy's page or a truncated body. */
export function parseJson(answer: IikoAnswer): unknown {
  if (!isJson(answer)) return undefined;
  try {
    return decodeJson(answer.body);
  } catch {
    return undefined;
  }
}

function isJson({ contentType }: IikoAnswer): boolean {
  return contentType === "" || contentType.toLowerCase().includes("json");
}

function toError(
  request: IikoRequest,
  answer: IikoAnswer,
  body: unknown,
  exchange: PosExchange,
  now: Date,
): Error {
  const { status, retryAfter } = answer;
  const { code, text } = readRefusal(body);
  const message = `iiko answered ${status} to ${request.path}${text && `: ${maskText(text)}`}`;
  if (status === 429)
    return new PosRateLimited(message, {
      retryAfterMs: readRetryAfterMs(retryAfter, now) ?? USUAL_PAUSE_MS,
      exchange,
    });
  if (status === 408 || status === 504) return new PosSilent(message, { exchange });
  if (status >= 500) return new PosUnavailable(message, { exchange });
  const usualKind = REFUSALS[status];
  if (usualKind === undefined) return new PosContractBroken(message, { exchange });
  const rejection = { posCode: code, ...explain(code, text, usualKind), exchange };
  const organizationIds = deniedOrganizations(code, text);
  return organizationIds
    ? new OrganizationsDenied(message, { ...rejection, organizationIds })
    : new PosRejected(message, rejection);
}

/**
 * Returns the milliseconds that a Retry-After header asks for; null when it is missing or
 * unreadable.
 */
export function readRetryAfterMs(retryAfter: string | null, now: Date): number | null {
  if (retryAfter === null) return null;
  const seconds = Number(retryAfter);
  const pauseMs = Number.isNaN(seconds) ? Date.parse(retryAfter) - now.getTime() : seconds * 1000;
  return Number.isNaN(pauseMs) ? null : Math.min(Math.max(pauseMs, 0), LONGEST_PAUSE_MS);
}

function toExchange(request: IikoRequest, answer: IikoAnswer, body: unknown): PosExchange {
  const shown =
    body === undefined
      ? maskText(decodeText(answer.body.subarray(0, MAX_SHOWN_BYTES)))
      : mask(body);
  return {
    correlationId: readRefusal(body).correlationId,
    request: maskRequest(request.body),
    response: { status: answer.status, body: shown },
  };
}
