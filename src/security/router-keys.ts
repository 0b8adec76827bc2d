import { timingSafeEqual } from "node:crypto";

import { BAD_ROUTER_KEY } from "../domain/errors/thrown-texts";
import { sha256 } from "../entities/access/api-key";
import { Unauthenticated } from "../errors";

/**
 * Knows the routers that may send requests on behalf of others. Their key says which service is
 * calling and opens what routers need; who the guest is, and what may be seen, is determined by the
 * guest's own token.
 */
export class RouterKeys {
  private readonly hashes: readonly Buffer[];

  /**
   * @param keys a new key alongside the one that it replaces; empty: no router is recognised by a
   *   key
   */
  constructor(keys: readonly string[]) {
    this.hashes = keys.map(sha256);
  }

  get areNeeded(): boolean {
    return this.hashes.length > 0;
  }

  /** @throws {Unauthenticated} if it is none of them */
  isFromRouter(key: string | undefined): boolean {
    if (key === undefined || !this.areNeeded) return false;
    const sent = sha256(key);
    // All are compared, so that the time taken does not reveal which one matched.
    if (this.hashes.filter((hash) => timingSafeEqual(hash, sent)).length > 0) return true;
    throw new Unauthenticated(BAD_ROUTER_KEY);
  }
}
