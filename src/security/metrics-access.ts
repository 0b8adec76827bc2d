import { Scope } from "../domain/viewer";
import { type MetricsReader } from "../server/health-routes";
import { type ApiKeys } from "./api-keys";
import { isLoopback } from "./private-address";

/** In production metrics are for a collector on the same machine and for holders of an admin key. */
export function metricsAccess(apiKeys: ApiKeys): (reader: MetricsReader) => Promise<boolean> {
  return async ({ authorization, peerAddress, forwarded }) => {
    if (!forwarded && isLoopback(peerAddress)) return true;
    const key = /^Bearer +([\x21-\x7e]{1,4096})$/i.exec(authorization ?? "")?.[1];
    const viewer = key === undefined ? undefined : await apiKeys.viewerOf(key);
    return viewer?.scope === Scope.ADMIN;
  };
}
