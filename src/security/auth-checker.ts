import { type AuthChecker } from "type-graphql";

import { NOT_ALLOWED, SIGN_IN } from "../domain/faults/thrown-texts";
import { type Context } from "../context";
import { hasScope, Scope } from "../domain/access/viewer";
import { Forbidden, Unauthenticated } from "../errors";

/**
 * Guards fields marked @Authorized(scope); without a scope any known caller will do.
 *
 * @throws {Unauthenticated} nobody we know asks
 * @throws {Forbidden} the caller's scope is too narrow
 */
export const authChecker: AuthChecker<Context, Scope> = ({ context: { viewer } }, scopes) => {
  const needed = scopes.length > 0 ? scopes : [Scope.CUSTOMER];
  if (needed.some((scope) => hasScope(viewer, scope))) return true;
  if (viewer.kind === "anonymous") throw new Unauthenticated(SIGN_IN);
  throw new Forbidden(NOT_ALLOWED);
};
