import { PosMenuSource } from "../../../../domain/catalogue/pos-menu";
import { type IikoMenuFormat } from "../reading/menu-draft";
import { EXTERNAL_V2_TABLE, EXTERNAL_V3_TABLE } from "./external-tables";
import { type FieldTable } from "./field-table";
import { NOMENCLATURE_TABLE } from "./nomenclature-table";
import { STANDALONE_TABLE } from "./standalone-table";

/**
 * Every field of a menu that iiko documents or the reader reads, and what the gateway does with it:
 * it is used, deliberately ignored, or reported to operators. A field without a row is new:
 * `menu:inspect` names it, and the reader ignores it.
 */
export const MENU_TABLES: Readonly<Record<IikoMenuFormat, FieldTable>> = {
  [PosMenuSource.EXTERNAL_MENU_V2]: EXTERNAL_V2_TABLE,
  [PosMenuSource.EXTERNAL_MENU_V3]: EXTERNAL_V3_TABLE,
  [PosMenuSource.EXTERNAL_MENU_V4]: EXTERNAL_V3_TABLE,
  [PosMenuSource.MENU_V3_STANDALONE]: STANDALONE_TABLE,
  [PosMenuSource.NOMENCLATURE]: NOMENCLATURE_TABLE,
};
