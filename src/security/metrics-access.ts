import { timingSafeEqual } from "node:crypto";

import { Scope } from "../domain/access/viewer";
import { sha256 } from "../entities/access/api-key";
import { type MetricsReader } from "../server/health-routes";
import { type ApiKeys } from "./api-keys";

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
