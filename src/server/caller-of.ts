import { type IncomingHttpHeaders } from "node:http";

import { type FastifyRequest } from "fastify";

import { clientAddress } from "../limits/client-address";
import { type Caller } from "./context-for";

/** With which a router of a larger graph shows that it is one of ours. */
const ROUTER_KEY_HEADER = "x-router-key";

/** By which a storefront names the company that it is of. */
const COMPANY_KEY_HEADER = "x-company-key";

export function companyKeyOf(headers: IncomingHttpHeaders): string | undefined {
  return [headers[COMPANY_KEY_HEADER]].flat()[0];
}

/** Who sent an HTTP request. @param trustProxy as for `clientAddress` */
export function callerOf(
  { headers, id: requestId, raw }: FastifyRequest,
  trustProxy: boolean,
): Caller {
  return {
    authorization: headers.authorization,
    routerKey: [headers[ROUTER_KEY_HEADER]].flat()[0],
    companyKey: companyKeyOf(headers),
    origin: headers.origin,
    acceptLanguage: headers["accept-language"],
    requestId,
    remoteAddress: clientAddress(raw, trustProxy),
    clientName: clientNameOf(headers),
  };
}

/** What clients of Apollo say of themselves. */
const CLIENT_NAME_HEADER = "apollographql-client-name";

export function clientNameOf(headers: IncomingHttpHeaders): string | undefined {
  const name = headers[CLIENT_NAME_HEADER];
  return typeof name === "string" ? name : undefined;
}
