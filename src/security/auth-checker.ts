import { type AuthChecker, getMetadataStorage } from "type-graphql";

import { type Context } from "../context";
import { hasScope, Scope } from "../domain/access/viewer";
import { NOT_ALLOWED, SIGN_IN } from "../domain/errors/thrown-texts";
import { Forbidden, Unauthenticated } from "../errors";

/**
 * Guards fields marked @Authorized(scope); without a scope, any known caller may use them.
 *
 * @throws {Unauthenticated} if the caller is unknown
 * @throws {Forbidden} if the caller's scope is too narrow
 */
export const authChecker: AuthChecker<Context, Scope> = ({ context: { viewer } }, scopes) => {
  const needed = scopes.length > 0 ? scopes : [Scope.CUSTOMER];
  if (needed.some((scope) => hasScope(viewer, scope))) return true;
  if (viewer.kind === "anonymous") throw new Unauthenticated(SIGN_IN);
  throw new Forbidden(NOT_ALLOWED);
};

/**
 * Returns the fields, as Type.field, that request authorization and do not get it: type-graphql
 * silently skips @Authorized on a simple field without a resolver method. Call it once the schema
 * is built.
 */
export function findUnguarded(): string[] {
  const { objectTypes, fieldResolvers } = getMetadataStorage();
  return objectTypes.flatMap(({ name, target, fields = [], simpleResolvers = false }) =>
    fields
      .filter((field) => field.roles !== undefined)
      .filter((field) => field.simple ?? simpleResolvers)
      .filter(
        (field) =>
          !fieldResolvers.some(
            (it) => it.methodName === field.name && it.getObjectType?.() === target,
          ),
      )
      .map((field) => `${name}.${field.schemaName}`),
  );
}
