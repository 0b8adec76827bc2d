import { Authorized, Ctx, Field, ID, ObjectType, Query, Resolver } from "type-graphql";

import { type Context } from "../../context";
import { Scope, worksForAll } from "../../domain/access/viewer";

@ObjectType({ simpleResolvers: true, description: "The API key that a call comes with." })
export class Caller {
  @Field(() => String, { description: "Who uses the key; timelines show it." })
  label!: string;

  @Field(() => Scope, { description: "What its holder may do." })
  scope!: Scope;

  @Field(() => ID, {
    nullable: true,
    description:
      "The company of the key: Company.id. null: the key of the platform's administrator, who works for all companies.",
  })
  companyId!: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: "The only branches the key may work on; null is every branch of its company.",
  })
  branchIds!: readonly string[] | null;
}

@Resolver(() => Caller)
export class CallerResolver {
  @Query(() => Caller, {
    nullable: true,
    description: "The API key that this call comes with, so that a form offers what it may do.",
  })
  @Authorized(Scope.OPERATOR)
  caller(@Ctx() { viewer }: Context): Caller | null {
    if (viewer.kind !== "key") return null;
    const { label, scope } = viewer;
    const companyId = viewer.company?.id ?? null;
    return { label, scope, companyId, branchIds: worksForAll(viewer) ? null : viewer.branchIds };
  }
}
