/** @jest-environment <rootDir>/tests/support/watch/watched-environment.ts */
import "reflect-metadata";

import { graphql } from "graphql";
import {
  Authorized,
  buildSchema,
  Field,
  FieldResolver,
  ObjectType,
  Query,
  Resolver,
} from "type-graphql";

import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { authChecker, findUnguarded } from "../../src/security/auth-checker";

@ObjectType("Safe", { simpleResolvers: true })
class Safe {
  @Field(() => String)
  open!: string;

  @Field(() => String)
  @Authorized(Scope.OPERATOR)
  forgotten!: string;

  @Field(() => String, { simple: false })
  @Authorized()
  signedIn!: string;
}

@Resolver(() => Safe)
class SafeResolver {
  @Query(() => Safe)
  safe(): object {
    return { open: "o", forgotten: "f", signedIn: "s" };
  }

  @FieldResolver(() => String)
  @Authorized(Scope.OPERATOR)
  guarded(): string {
    return "g";
  }
}

const GUEST: Viewer = { kind: "anonymous" };
const CUSTOMER: Viewer = { kind: "customer", phone: "+79001234567", expiresAt: null };
const OPERATOR: Viewer = {
  kind: "key",
  keyId: "1",
  label: "x",
  scope: Scope.OPERATOR,
  branchIds: null,
};

async function errorsOf(field: string, viewer: Viewer) {
  const schema = await buildSchema({ resolvers: [SafeResolver], authChecker, validate: false });
  const { errors } = await graphql({
    schema,
    source: `{ safe { ${field} } }`,
    contextValue: { viewer },
  });
  return errors?.map((error) => error.originalError?.name);
}

describe("A guarded field", () => {
  it.each([
    ["guarded", GUEST, ["Unauthenticated"]],
    ["guarded", CUSTOMER, ["Forbidden"]],
    ["guarded", OPERATOR, undefined],
    ["signedIn", GUEST, ["Unauthenticated"]],
    ["signedIn", CUSTOMER, undefined],
    ["open", GUEST, undefined],
  ] as const)("%s answers %j with %j", async (field, viewer, expected) => {
    expect(await errorsOf(field, viewer)).toEqual(expected);
  });

  it("is detected when type-graphql would silently skip its guard", async () => {
    expect(await errorsOf("forgotten", GUEST)).toBeUndefined();
    expect(findUnguarded()).toEqual(["Safe.forgotten"]);
  });
});
