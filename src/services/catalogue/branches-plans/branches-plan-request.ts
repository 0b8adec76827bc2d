import { type ImportField } from "../../../domain/catalogue/import-field";
import { type UserError } from "../../../domain/errors/user-error";
import { isStorable } from "../../../domain/texts/storable-text";
import { isLonger } from "../../../domain/texts/text-length";
import { BranchesPlanKind } from "../../../entities/catalogue/branches-plan";
import { invalid, required } from "../../branches/changes/branch-error";
import { type BranchSettingsChange } from "../../branches/settings/branch-settings-change";
import { settingsOfOneBranch } from "../../branches/settings/settings-of-one-branch";
import { LONGEST_SECTION_NAME } from "../create-section";
import { importErrors } from "../plans/plan-import";
import { priceErrors, type PricesWanted } from "../plans/plan-price-sync";

interface SectionWanted {
  /**
   * The name of each branch's own section; a branch without such a section gets it with the plan.
   */
  readonly sectionName: string;
  readonly articles: readonly string[];
  readonly fields: readonly ImportField[];
  readonly maxChangePercent?: number;
}

/** What a plan changes at each of its branches. Stored with the plan as JSON. */
export type BranchesPlanRequest =
  | ({ readonly kind: BranchesPlanKind.SYNC_PRICES } & PricesWanted)
  | ({ readonly kind: BranchesPlanKind.IMPORT_SECTION } & SectionWanted)
  | { readonly kind: BranchesPlanKind.CHANGE_SETTINGS; readonly change: BranchSettingsChange };

/** Errors in a request that do not depend on the branches. */
export function requestErrors(
  request: BranchesPlanRequest,
  settingsErrors: (change: BranchSettingsChange) => UserError[],
): UserError[] {
  switch (request.kind) {
    case BranchesPlanKind.SYNC_PRICES:
      return under("syncPrices", priceErrors(request));
    case BranchesPlanKind.IMPORT_SECTION:
      return under("importSection", [
        ...sectionErrors(request.sectionName),
        ...importErrors(request),
      ]);
    case BranchesPlanKind.CHANGE_SETTINGS:
      return under("settings", [
        ...settingsOfOneBranch(request.change),
        ...settingsErrors(request.change),
      ]);
  }
}

function sectionErrors(name: string): UserError[] {
  const field = ["input", "sectionName"];
  if (name === "") return [required(field, "Укажите раздел", "Name the section")];
  if (!isLonger(name, LONGEST_SECTION_NAME) && isStorable(name)) return [];
  const ru = `Название раздела: до ${LONGEST_SECTION_NAME} символов`;
  return [invalid(field, ru, `A section's name has up to ${LONGEST_SECTION_NAME} characters`)];
}

/**
 * Moves the userErrors of a single branch's form one level deeper, where the same input is here.
 */
function under(part: string, userErrors: readonly UserError[]): UserError[] {
  return userErrors.map((userError) =>
    Object.assign({}, userError, { field: ["input", part, ...(userError.field?.slice(1) ?? [])] }),
  );
}
