import "reflect-metadata";

import { createPubSub } from "@graphql-yoga/subscription";
import { type GraphQLSchema } from "graphql";
import {
  buildSchemaSync,
  type ClassType,
  getMetadataStorage,
  type NonEmptyArray,
} from "type-graphql";

import { statementOf } from "./domain/access/statements";
import { Branch } from "./entities/branches/branch";
import { Order } from "./entities/orders/order";
import {
  InjectionEvent,
  NoteEvent,
  OrderClaimEvent,
  OrderStatusEvent,
} from "./resolvers/orders/order-event";
import { keepFormerNames } from "./resolvers/schema/former-names";
import { checkInputs } from "./resolvers/schema/input-checks";
import { findUnbounded, inputsOf, stateMaxima } from "./resolvers/schema/input-maxima";
import { DateTime } from "./resolvers/schema/scalars";
import {
  BelowMinimumUserError,
  BranchClosedUserError,
  GenericUserError,
  ItemUserError,
  OrderClaimedUserError,
  TimeSlotUserError,
  UpstreamUserError,
} from "./resolvers/schema/user-error-types";
import { describeUsual } from "./resolvers/schema/usual-descriptions";
import { authChecker, findUnguarded } from "./security/auth-checker";

/** Creates the public schema, answered by these resolver instances. */
export function createSchema(resolvers: readonly object[]): GraphQLSchema {
  passOnArgumentDirectives();
  const byClass = new Map(resolvers.map((resolver) => [resolver.constructor, resolver]));
  const schema = buildSchemaSync({
    resolvers: [...byClass.keys()] as unknown as NonEmptyArray<ClassType>,
    container: { get: (resolverClass: ClassType) => byClass.get(resolverClass) },
    authChecker,
    scalarsMap: [{ type: Date, scalar: DateTime }],
    // Reached only through interfaces, so nothing else would reference them.
    orphanedTypes: [
      OrderStatusEvent,
      InjectionEvent,
      NoteEvent,
      OrderClaimEvent,
      GenericUserError,
      ItemUserError,
      BelowMinimumUserError,
      BranchClosedUserError,
      OrderClaimedUserError,
      TimeSlotUserError,
      UpstreamUserError,
      Branch,
      Order,
    ],
    // type-graphql requires one wherever there are subscriptions; ours read rows and need none.
    pubSub: createPubSub(),
    validate: false,
  });
  const unguarded = findUnguarded();
  if (unguarded.length > 0)
    throw new Error(`type-graphql would leave these open: ${unguarded.join(", ")}`);
  describeUsual(schema);
  boundInputs(schema);
  const unstated = findUnstated(schema);
  if (unstated.length > 0)
    throw new Error(
      `src/domain/access/statements.ts does not say what these state: ${unstated.join(", ")}`,
    );
  keepFormerNames(schema);
  return schema;
}

/** Returns the arguments and input fields for which it is not defined who may state them. */
export function findUnstated(schema: GraphQLSchema): string[] {
  return [...inputsOf(schema).keys()].filter((coordinate) => {
    const [, owner = "", name = ""] = /^(.*?)[.(](\w+):?\)?$/.exec(coordinate) ?? [];
    return statementOf(owner, name) === undefined;
  });
}

/**
 * States and enforces the maximum length of texts and lists.
 *
 * @throws {Error} if the schema has any that might be of any length
 */
export function boundInputs(schema: GraphQLSchema): void {
  const unbounded = findUnbounded(schema);
  if (unbounded.length > 0) throw new Error(`@AtMost is missing: ${unbounded.join(", ")}`);
  stateMaxima(schema);
  checkInputs(schema);
}

/**
 * Passes directives of a field resolver's arguments on to the schema: type-graphql 2.0.0-rc.4
 * records them for the resolver's class and looks for them at the object type. Call it before the
 * schema is built; calling it again is safe.
 */
function passOnArgumentDirectives(): void {
  const storage = getMetadataStorage();
  const { argumentDirectives, fieldResolvers, resolverClasses } = storage;
  for (const noted of [...argumentDirectives]) {
    const { target, fieldName, parameterIndex, directive } = noted;
    if (!fieldResolvers.some((it) => it.target === target && it.methodName === fieldName)) continue;
    const objectType = resolverClasses.find((it) => it.target === target)?.getObjectType();
    const isKnown = argumentDirectives.some(
      (it) => it.target === objectType && it.directive === directive,
    );
    if (typeof objectType !== "function" || isKnown) continue;
    storage.collectDirectiveArgumentMetadata({
      target: objectType,
      fieldName,
      parameterIndex,
      directive,
    });
  }
}
