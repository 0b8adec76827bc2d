import { Authorized, Ctx, Query, Resolver } from "type-graphql";

import { type Context } from "../../context";
import { Scope } from "../../domain/access/viewer";
import { BranchSettingField } from "./branch-setting-field";
import { branchSettingFields } from "./to-setting-field";

@Resolver()
export class BranchSettingResolver {
  /** @param poses the POS kinds that this gateway supports, its main one first */
  constructor(private readonly poses: readonly string[]) {}

  @Query(() => [BranchSettingField], {
    description:
      "All settings of a branch in the order of a form, with texts in the language of Accept-Language.",
  })
  @Authorized(Scope.OPERATOR)
  branchSettingFields(@Ctx() { locale }: Context): readonly BranchSettingField[] {
    return branchSettingFields(locale, this.poses);
  }
}
