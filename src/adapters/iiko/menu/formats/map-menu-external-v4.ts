import { PosMenuSource } from "../../../../domain/catalogue/pos-menu";
import { mapExternalMenu } from "./map-menu-external-shared";
import { EXTERNAL_MENU_V3 } from "./map-menu-external-v3";
import { type MenuDraft } from "../reading/menu-draft";
import { type ExternalMenuFormat } from "../reading/menu-external-format";

const FORMAT: ExternalMenuFormat = {
  ...EXTERNAL_MENU_V3,
  source: PosMenuSource.EXTERNAL_MENU_V4,
  version: 4,
};

/**
 * Reads `/api/2/menu/by_id` of version 4: version 3 with combos among the items.
 *
 * @throws {PosContractBroken} the body is no such menu
 */
export function mapExternalMenuV4(body: unknown, organizationId: string): MenuDraft {
  return mapExternalMenu(body, organizationId, FORMAT);
}
