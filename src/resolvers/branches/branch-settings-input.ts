import { Field, InputType } from "type-graphql";

import { FIELDS } from "../../services/branches/settings/settings-table";
import { addGiven } from "./setting-fields";
import { addGivenParts } from "./setting-parts";

/** Its other fields are those of the table of settings. */
@InputType({ description: "A field left out stays as it is; null clears it." })
export class BranchSettingsInput {
  @Field(() => Boolean, {
    nullable: true,
    description:
      "Your yes to another POS, organization, terminal group or key while orders are under way, see ORDERS_UNDER_WAY. " +
      "Those that were sent end where they are, the others go by the new settings.",
  })
  acceptOpenOrders?: boolean | null;
}
addGiven(BranchSettingsInput, FIELDS);
addGivenParts(BranchSettingsInput);
