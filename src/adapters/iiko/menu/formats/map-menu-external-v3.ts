import { PosMenuSource } from "../../../../domain/catalogue/pos-menu";
import { mapExternalMenu } from "./map-menu-external-shared";
import { type MenuDraft } from "../reading/menu-draft";
import { type ExternalMenuFormat } from "../reading/menu-external-format";

/** Version 4 has the same names. */
export const EXTERNAL_MENU_V3: ExternalMenuFormat = {
  source: PosMenuSource.EXTERNAL_MENU_V3,
  version: 3,
  categories: "itemGroups",
  itemId: "id",
  sizeId: "id",
  optionGroupId: "id",
  optionId: "id",
  weight: "weight",
};

/** Reads `/api/2/menu/by_id` of version 3. @throws {PosContractBroken} the body is no such menu */
export function mapExternalMenuV3(body: unknown, organizationId: string): MenuDraft {
  return mapExternalMenu(body, organizationId, EXTERNAL_MENU_V3);
}
