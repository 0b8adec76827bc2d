import { type FastifyReply, type FastifyRequest } from "fastify";

import { type EventStream, type Exchange } from "./event-stream";
import { type AnswerSink } from "./streamed-operations";

export function exchangeOf(
  { raw: request }: FastifyRequest,
  { raw: response }: FastifyReply,
): Exchange {
  return { request, response };
}

/**
 * @param withIds for a browser's EventSource, which uses GET; clients that use POST may only
 *   understand messages of two lines
 */
export function wholeStream(stream: EventStream, withIds: boolean): AnswerSink {
  return {
    connection: stream,
    closed: stream.closed,
    next: (json, id) => stream.send("next", json, withIds ? id : undefined),
    answer: (json) => stream.inTurn(json.length, () => stream.send("next", json)),
    complete: () => {
      stream.send("complete", "");
      stream.end();
    },
    end: () => stream.end(),
  };
}
