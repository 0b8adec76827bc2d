import { BAD_HEADER } from "../domain/faults/thrown-texts";
import { type Viewer } from "../domain/access/viewer";
import { Unauthenticated } from "../errors";
import { type ApiKeys } from "./api-keys";
import { type CustomerTokens } from "./customer-token";

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
