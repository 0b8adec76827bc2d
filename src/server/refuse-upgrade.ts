import { type IncomingMessage, STATUS_CODES } from "node:http";
import { type Duplex } from "node:stream";
import { type Logger } from "pino";
import { refusalOf } from "./refusal";
import { requestIdFor } from "./request-id";

/** For a client that does not read why. */
const LINGER_MS = 2_000;

/**
 * Answers an upgrade as a request over HTTP that is refused for the same reason, and closes the
 * connection.
 */
export function refuseUpgrade(
  stream: Duplex,
  error: unknown,
  request: IncomingMessage,
  logger: Logger,
): void {
  const requestId = requestIdFor(request.headers);
  const { status, headers, formatted } = refusalOf(
    error,
    requestId,
    logger,
    request.headers["accept-language"],
  );
  const body = JSON.stringify({
    errors: [{ ...formatted, extensions: { ...formatted.extensions, requestId } }],
  });
  const lines = {
    connection: "close",
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    ...headers,
  };
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
  stream.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n${head.join("")}\r\n${body}`);
  const gone = setTimeout(() => stream.destroy(), LINGER_MS);
  stream.once("close", () => clearTimeout(gone));
}
