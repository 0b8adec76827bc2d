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

/** The public schema, answered by these resolver instances. */
export function createSchema(resolvers: readonly object[]): GraphQLSchema {
  passOnArgumentDirectives();
  const byClass = new Map(resolvers.map((resolver) => [resolver.constructor, resolver]));
  const schema = buildSchemaSync({
    resolvers: [...byClass.keys()] as unknown as NonEmptyArray<ClassType>,
    container: { get: (resolverClass: ClassType) => byClass.get(resolverClass) },
    authChecker,
    scalarsMap: [{ type: Date, scalar: DateTime }],
    // Reached through interfaces only, so nothing else would name them.
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
    // type-graphql wants one wherever there are subscriptions; ours read rows and need none.
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

/** The arguments and fields of inputs of which nobody has said who may state them. */
export function findUnstated(schema: GraphQLSchema): string[] {
  return [...inputsOf(schema).keys()].filter((coordinate) => {
    const [, owner = "", name = ""] = /^(.*?)[.(](\w+):?\)?$/.exec(coordinate) ?? [];
    return statementOf(owner, name) === undefined;
  });
}

/**
 * States and enforces how long texts and lists may be.
 *
 * @throws {Error} the schema has some that might be of any length
 */
export function boundInputs(schema: GraphQLSchema): void {
  const unbounded = findUnbounded(schema);
  if (unbounded.length > 0) throw new Error(`@AtMost is missing: ${unbounded.join(", ")}`);
  stateMaxima(schema);
  checkInputs(schema);
}

/**
 * Lets directives of a field resolver's arguments reach the schema: type-graphql 2.0.0-rc.4 notes
 * them for the resolver's class and looks for them at the object type. Call it before the schema is
 * built; it may be called again.
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
