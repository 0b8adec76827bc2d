import { PosMenuSource } from "../../../../domain/catalogue/pos-menu";
import { mapExternalMenu } from "./map-menu-external-shared";
import { type MenuDraft } from "../reading/menu-draft";
import { type ExternalMenuFormat } from "../reading/menu-external-format";

const FORMAT: ExternalMenuFormat = {
  source: PosMenuSource.EXTERNAL_MENU_V2,
  version: 2,
  categories: "itemCategories",
  itemId: "itemId",
  sizeId: "sizeId",
  optionGroupId: "itemGroupId",
  optionId: "itemId",
  weight: "portionWeightGrams",
};

/** Reads `/api/2/menu/by_id` of version 2. @throws {PosContractBroken} the body is no such menu */
export function mapExternalMenuV2(body: unknown, organizationId: string): MenuDraft {
  return mapExternalMenu(body, organizationId, FORMAT);
}
