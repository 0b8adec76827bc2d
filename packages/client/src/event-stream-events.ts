import { Deadline } from "./deadline.ts";
import { type GatewayHttp, refusalIn } from "./gateway-http.ts";
import { GatewayUnreachable } from "./gateway-unreachable.ts";
import { parseJson } from "./json.ts";
import { type Line, type Place } from "./line.ts";
import { type TrackedEvent, TrackOrder } from "./operations.ts";
import { trackedEventIn } from "./tracked-event-in.ts";

/** The gateway sends a comment immediately; a proxy that holds it back also holds back events. */
const FIRST_BYTES_WITHIN_MS = 5_000;
/** It sends another one every 15 s. */
const SILENCE_MS = 40_000;

/**
 * Follows an order over an event stream (graphql-sse, distinct connections) until the gateway ends
 * it.
 *
 * @throws {GatewayUnreachable} there was no response, no stream comes through (`streamBlocked`), or
 *   it was interrupted
 * @throws {GatewayError} the gateway refused
 */
export async function* eventStreamEvents(
  http: GatewayHttp,
  { token, after }: Place,
  line: Line,
): AsyncGenerator<TrackedEvent, void, undefined> {
  const silence = new Deadline(line.signal, FIRST_BYTES_WITHIN_MS);
  try {
    const body = await streamOf(
      await http.send(TrackOrder, { token, after }, "text/event-stream", silence.signal),
    );
    for await (const answer of messagesIn(textOf(body, silence, line)))
      yield trackedEventIn(answer);
  } catch (error) {
    if (!(error instanceof GatewayUnreachable) || !silence.isMissed) throw error;
    throw new GatewayUnreachable("The event stream is silent", {
      cause: error,
      streamBlocked: true,
    });
  } finally {
    silence.clear();
  }
}

async function streamOf(response: Response): Promise<ReadableStream<Uint8Array>> {
  const isStream = response.headers.get("content-type")?.startsWith("text/event-stream") ?? false;
  if (response.ok && isStream && response.body) return response.body;
  throw (
    (await refusalIn(response)) ??
    new GatewayUnreachable(`No event stream, but HTTP ${response.status}`, { streamBlocked: true })
  );
}

async function* textOf(
  body: ReadableStream<Uint8Array>,
  silence: Deadline,
  { opened }: Line,
): AsyncGenerator<string, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      opened();
      silence.renew(SILENCE_MS);
      yield decoder.decode(value, { stream: true });
    }
  } catch (cause) {
    throw new GatewayUnreachable("The event stream broke off", { cause });
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Yields the payloads of `next` messages up to `complete`. */
async function* messagesIn(
  chunks: AsyncIterable<string>,
): AsyncGenerator<unknown, void, undefined> {
  let text = "";
  for await (const chunk of chunks) {
    const blocks = (text + chunk).split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const { event, data } = fieldsOf(block);
      if (event === "complete") return;
      if (event === "next") yield parseJson(data);
    }
  }
}

/** Returns the fields of a message; unknown fields and comments are skipped. */
function fieldsOf(block: string): { readonly event: string; readonly data: string } {
  const fields = new Map<string, string>();
  for (const line of block.split("\n")) {
    const [, name = "", value = ""] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    fields.set(name, value);
  }
  return { event: fields.get("event") ?? "", data: fields.get("data") ?? "" };
}
