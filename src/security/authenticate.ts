import { timingSafeEqual } from "node:crypto";

import { BAD_HEADER } from "../domain/faults/thrown-texts";
import { type Viewer, Scope } from "../domain/access/viewer";
import { Unauthenticated } from "../errors";
import { type ApiKeys } from "./api-keys";
import { type CustomerTokens } from "./customer-token";
import { sha256 } from "../entities/access/api-key";
import { type MetricsReader } from "../server/health-routes";

interface Authenticated {
  readonly viewer: Viewer;
  /** When the token ends; sockets are closed then. */
  readonly expiresAt?: Date;
}

/**
 * Says who sends this Authorization header. Nothing sent is an anonymous guest; something wrong is
 * refused, so that a client with an expired token learns of it.
 *
 * @throws {Unauthenticated} malformed, unknown, revoked or expired, without saying which
 */
export type Authenticate = (authorization: string | undefined) => Promise<Authenticated>;

export function authenticateWith(apiKeys: ApiKeys, customerTokens: CustomerTokens): Authenticate {
  return async (authorization) => {
    if (authorization === undefined || authorization === "")
      return { viewer: { kind: "anonymous" } };
    const credential = /^Bearer +([\x21-\x7e]{1,4096})$/i.exec(authorization)?.[1];
    if (credential === undefined) throw new Unauthenticated(BAD_HEADER);

    const holder = await apiKeys.viewerOf(credential);
    if (holder) return { viewer: holder };
    const customer = await customerTokens.read(credential);
    return { viewer: customer, ...(customer.expiresAt && { expiresAt: customer.expiresAt }) };
  };
}

/**
 * In production metrics are for holders of the metrics key or of an admin key. Where a request
 * comes from opens nothing: a proxy on the same machine need not say that it is one.
 */
export function metricsAccess(
  apiKeys: ApiKeys,
  metricsKey: string | null = null,
): (reader: MetricsReader) => Promise<boolean> {
  const wanted = metricsKey === null ? undefined : sha256(metricsKey);
  return async ({ authorization }) => {
    const key = /^Bearer +([\x21-\x7e]{1,4096})$/i.exec(authorization ?? "")?.[1];
    if (key === undefined) return false;
    if (wanted && timingSafeEqual(wanted, sha256(key))) return true;
    return (await apiKeys.viewerOf(key))?.scope === Scope.ADMIN;
  };
}
