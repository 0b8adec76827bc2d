import { type FastifyRequest } from "fastify";
import { type Caller } from "./context-for";

/** Who sent an HTTP request. */
export function callerOf({ headers, id: requestId, ip: remoteAddress }: FastifyRequest): Caller {
  return {
    authorization: headers.authorization,
    acceptLanguage: headers["accept-language"],
    requestId,
    remoteAddress,
  };
}
