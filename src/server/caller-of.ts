import { type IncomingHttpHeaders } from "node:http";

import { type FastifyRequest } from "fastify";

import { clientAddress } from "../limits/client-address";
import { type Caller } from "./context-for";

/** The header with which a router of a larger graph proves that it is one of ours. */
const ROUTER_KEY_HEADER = "x-router-key";

/** The header with which a storefront names its company. */
const COMPANY_KEY_HEADER = "x-company-key";

export function companyKeyOf(headers: IncomingHttpHeaders): string | undefined {
  return [headers[COMPANY_KEY_HEADER]].flat()[0];
}

/** Identifies the sender of an HTTP request. @param trustProxy as for `clientAddress` */
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

/** How Apollo clients identify themselves. */
const CLIENT_NAME_HEADER = "apollographql-client-name";

export function clientNameOf(headers: IncomingHttpHeaders): string | undefined {
  const name = headers[CLIENT_NAME_HEADER];
  return typeof name === "string" ? name : undefined;
}
