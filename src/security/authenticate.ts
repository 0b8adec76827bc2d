import { timingSafeEqual } from "node:crypto";

import { DEFAULT_COMPANY_ID } from "../domain/access/default-company";
import { reachOf, Scope, type Viewer } from "../domain/access/viewer";
import { BAD_HEADER, BAD_TOKEN } from "../domain/errors/thrown-texts";
import { sha256 } from "../entities/access/api-key";
import { Unauthenticated } from "../errors";
import { type MetricsReader } from "../server/health-routes";
import { type ApiKeys } from "./api-keys";
import { type CompanyNames, type NamedBy } from "./company-names";
import { type CompanyReaches } from "./company-reaches";
import { type CustomerTokens } from "./customer-token";

interface Authenticated {
  readonly viewer: Viewer;
  /** When the token ends; sockets are closed then. */
  readonly expiresAt?: Date;
}

/**
 * Says who sends this Authorization header. Nothing sent is an anonymous guest, of the company that
 * the storefront names; something wrong is refused, so that a client with an expired token learns
 * of it. Credentials are one company's, whatever is named beside them.
 *
 * @throws {Unauthenticated} malformed, unknown, revoked or expired, without saying which
 */
export type Authenticate = (
  authorization: string | undefined,
  namedBy?: NamedBy,
) => Promise<Authenticated>;

export function authenticateWith(
  apiKeys: ApiKeys,
  customerTokens: CustomerTokens,
  reaches: CompanyReaches,
  names?: Pick<CompanyNames, "named">,
): Authenticate {
  return async (authorization, namedBy = {}) => {
    if (authorization === undefined || authorization === "") {
      const company = await names?.named(namedBy);
      return { viewer: { kind: "anonymous", ...(company && { company }) } };
    }
    const credential = /^Bearer +([\x21-\x7e]{1,4096})$/i.exec(authorization)?.[1];
    if (credential === undefined) throw new Unauthenticated(BAD_HEADER);

    const holder = await apiKeys.viewerOf(credential);
    if (holder) return { viewer: holder };
    const { companyId, ...customer } = await customerTokens.read(credential);
    const company = await reaches.recent(companyId ?? DEFAULT_COMPANY_ID);
    if (company === undefined) throw new Unauthenticated(BAD_TOKEN);
    const { expiresAt } = customer;
    return { viewer: { ...customer, company }, ...(expiresAt && { expiresAt }) };
  };
}

/**
 * In production metrics are for holders of the metrics key or of an admin key; where there are
 * several companies, of the platform's alone, for they count all of them. Where a request comes
 * from opens nothing: a proxy on the same machine need not say that it is one.
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
    const holder = await apiKeys.viewerOf(key);
    return holder?.scope === Scope.ADMIN && reachOf(holder) === null;
  };
}
