import { timingSafeEqual } from "node:crypto";

import { BAD_ROUTER_KEY } from "../domain/errors/thrown-texts";
import { sha256 } from "../entities/access/api-key";
import { Unauthenticated } from "../errors";

/**
 * Knows the routers that may ask for others. Their key says which service asks, and opens what
 * routers need; who the guest is, and what may be seen, is said by the guest's own token.
 */
export class RouterKeys {
  private readonly hashes: readonly Buffer[];

  /** @param keys a new one beside the one that it follows; empty: no router is known by a key */
  constructor(keys: readonly string[]) {
    this.hashes = keys.map(sha256);
  }

  get areNeeded(): boolean {
    return this.hashes.length > 0;
  }

  /** @throws {Unauthenticated} it is none of them */
  isFromRouter(key: string | undefined): boolean {
    if (key === undefined || !this.areNeeded) return false;
    const sent = sha256(key);
    // All are compared, so that time does not tell which one it was.
    if (this.hashes.filter((hash) => timingSafeEqual(hash, sent)).length > 0) return true;
    throw new Unauthenticated(BAD_ROUTER_KEY);
  }
}
