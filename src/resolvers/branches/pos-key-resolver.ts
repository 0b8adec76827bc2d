import {
  Arg,
  Authorized,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";

import { type Context } from "../../context";
import { Scope } from "../../domain/access/viewer";
import { Branch } from "../../entities/branches/branch";
import { type OrderPartsLoader } from "../../loaders/orders/order-parts-loader";
import { type ListPosKeys } from "../../services/pos/list-pos-keys";
import { type ResumePosKey } from "../../services/pos/resume-pos-key";
import { AtMost } from "../schema/at-most";
import { mostAsked } from "../schema/connection";
import { entriesAsked } from "../schema/entries-asked";
import { payloadOf } from "../schema/user-error";
import { PosKeyPayload, PosKeyStatus, toPosKeyStatus } from "./pos-key-status";

interface UseCases {
  readonly listPosKeys: ListPosKeys;
  readonly resumePosKey: ResumePosKey;
  readonly parts: Pick<OrderPartsLoader, "branches">;
}

@Resolver(() => PosKeyStatus)
export class PosKeyResolver {
  constructor(private readonly useCases: UseCases) {}

  @Query(() => [PosKeyStatus], {
    description:
      "POS keys of the branches that you may work on, by their ids: whether they work, and how many calls are left.",
  })
  @Authorized(Scope.OPERATOR)
  async posKeys(
    @Ctx() { viewer, locale }: Context,
    @AtMost({ items: 5000 })
    @Arg("branchIds", () => [ID], {
      nullable: true,
      description:
        "Only the keys of these branches, and of the branches that use them only these. If omitted, all branches of the key.",
    })
    branchIds: string[] | null,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => ID, {
      nullable: true,
      description:
        "PosKeyStatus.id of the last entry of the previous page. If omitted, the list starts from the beginning.",
    })
    after: string | null,
  ): Promise<PosKeyStatus[]> {
    const asked = {
      branchIds: branchIds ?? null,
      first: mostAsked(first),
      after: after ?? null,
    };
    const keys = await this.useCases.listPosKeys.execute(viewer, asked);
    return keys.map((key) => toPosKeyStatus(key, locale));
  }

  @FieldResolver(() => [Branch], {
    description:
      "The branches that use the key, by their ids, limited to those that you may work on.",
  })
  branches(
    @Ctx() context: Context,
    @Root() { branchIds }: PosKeyStatus,
    @Arg("first", () => Int, { defaultValue: 100 }) first: number,
    @Arg("after", () => ID, {
      nullable: true,
      description:
        "Branch.id of the last entry of the previous page. If omitted, the list starts from the beginning.",
    })
    after: string | null,
  ): Promise<Branch[]> {
    const branches = this.useCases.parts.branches(context);
    return Promise.all(pageOfIds(branchIds, first, after).map((id) => branches.load(id)));
  }

  @FieldResolver(() => [ID], {
    description:
      "Ids of the branches that use the key: Branch.id. The same as `branches`, but cheap.",
  })
  branchIds(
    @Root() { branchIds }: PosKeyStatus,
    @Arg("first", () => Int, { defaultValue: 100 }) first: number,
    @Arg("after", () => ID, {
      nullable: true,
      description:
        "The last id of the previous page. If omitted, the list starts from the beginning.",
    })
    after: string | null,
  ): readonly string[] {
    return pageOfIds(branchIds, first, after);
  }

  @Mutation(() => PosKeyPayload, {
    description:
      "Lets the gateway use a stopped key again, for every branch that uses it. Fix the cause first. Safe to repeat.",
  })
  @Authorized(Scope.OPERATOR)
  resumePosKey(
    @Ctx() { viewer, locale }: Context,
    @Arg("branchId", () => ID, { description: "A branch that uses the key: Branch.id." })
    branchId: string,
  ): Promise<PosKeyPayload> {
    return payloadOf(locale, async () => {
      const key = await this.useCases.resumePosKey.execute(viewer, branchId);
      return { posKey: key && toPosKeyStatus(key, locale) };
    });
  }
}

/** @throws {InvalidInput} under the same conditions as `entriesAsked` */
function pageOfIds(ids: readonly string[], first: number, after: string | null): string[] {
  const asked = entriesAsked(first, after);
  const left = ids.filter((id) => asked.after === null || id > asked.after);
  return left.slice(0, asked.first);
}
