import {
  type ClientRequest,
  type IncomingMessage,
  request as requestHttp,
  type RequestOptions,
} from "node:http";
import { request as requestHttps } from "node:https";
import { type Socket } from "node:net";

import { type CallGuard, letThrough } from "./call-guard";

/** What axios accepts as its `transport`. */
export interface Transport {
  request(options: RequestOptions, onResponse: (response: IncomingMessage) => void): ClientRequest;
}

/**
 * Returns Node's own HTTP client with the guard at the point where bytes are sent: once the
 * connection is open, with the request complete and none of it written. Anything slow before that,
 * such as a name server or a stalled process, no longer matters then.
 *
 * A request that the guard stops is destroyed with `CallHeldBack`; none of it has been sent.
 */
export function guardedTransport(guard: CallGuard): Transport {
  return {
    request(options, onResponse) {
      const secure = options.protocol === "https:";
      const request = (secure ? requestHttps : requestHttp)(options, onResponse);
      const body: Buffer[] = [];
      const end = request.end.bind(request) as (body: Buffer) => void;
      request.write = ((chunk: Buffer | string) =>
        body.push(Buffer.from(chunk as Buffer)) > 0) as typeof request.write;
      request.end = ((chunk?: Buffer | string) => {
        if (chunk !== undefined) body.push(Buffer.from(chunk as Buffer));
        const send = () => {
          if (!request.destroyed) end(Buffer.concat(body));
        };
        onceConnected(request, secure, () => {
          letThrough(guard, send).catch((error: unknown) => request.destroy(error as Error));
        });
        return request;
      }) as typeof request.end;
      return request;
    },
  };
}

function onceConnected(request: ClientRequest, secure: boolean, go: () => void): void {
  request.once("socket", (socket: Socket) => {
    if (request.reusedSocket || !socket.connecting) go();
    else socket.once(secure ? "secureConnect" : "connect", go);
  });
}
