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
  /** When the token expires; sockets are closed then. */
  readonly expiresAt?: Date;
}

/**
 * Identifies the sender of this Authorization header. Without a header, it is an anonymous guest of
 * the company that the storefront names; an invalid one is refused, so that a client with an
 * expired token finds out. Credentials belong to one company, whatever else is named alongside
 * them.
 *
 * @throws {Unauthenticated} if malformed, unknown, revoked or expired, without saying which
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
 * In production, metrics are for holders of the metrics key or of an admin key; if there are
 * several companies, only for those of the platform, because the metrics cover all of them. The
 * origin of a request grants nothing: a proxy on the same machine need not identify itself as one.
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
