import { Field, InputType } from "type-graphql";

import { FIELDS } from "../../services/branches/settings/settings-table";
import { addGiven } from "./setting-fields";
import { addGivenParts } from "./setting-parts";

/** Its other fields come from the table of settings. */
@InputType({ description: "Fields that are omitted stay unchanged; null clears a field." })
export class BranchSettingsInput {
  @Field(() => Boolean, {
    nullable: true,
    description:
      "Confirms that the POS, organization, terminal group or key may change while orders are in progress, see ORDERS_UNDER_WAY. Orders that were already sent finish where they are; the others use the new settings.",
  })
  acceptOpenOrders?: boolean | null;
}
addGiven(BranchSettingsInput, FIELDS);
addGivenParts(BranchSettingsInput);
