import {
  type IssueSchedule,
  type SchedulePeriod,
  Severity,
} from "../../../../domain/catalogue/menu-issue";
import { UserErrorCode } from "../../../../domain/errors/user-error-code";
import { type Fields, readId } from "../reading/menu-reading";
import { plainText } from "../reading/menu-text";
import { readSaleDates } from "../reading/sale-dates";
import {
  externalPeriods,
  keptPeriods,
  menuPeriods,
  momentOf,
  standalonePeriods,
} from "../reading/schedule-periods";
import { type Fact, type FactRule } from "./field-table";

/** Hours of a category in external menus that the gateway cannot apply. */
export const externalCategoryHours: FactRule = (category) =>
  categoryHours(category, externalPeriods(category), plainText(category.scheduleName));

/** The same for the standalone menu, which keeps the hours at its root. */
export const standaloneCategoryHours: FactRule = (category, { scheduleOf }) => {
  const id = readId(category.scheduleId);
  const schedule = id === null ? undefined : scheduleOf(id);
  return categoryHours(category, standalonePeriods(schedule), plainText(schedule?.name));
};

/** The same for the menu itself, for this organization. */
export const menuHours: FactRule = (root, { organizationId }) => {
  const periods = menuPeriods(root, organizationId);
  return keptPeriods(periods) === null
    ? fact({ of: "MENU", name: null, title: null, periods })
    : null;
};

/** Sale days of a combo that the gateway cannot apply. */
export const comboDates: FactRule = (combo) => {
  if (readSaleDates(combo) !== undefined) return null;
  const [from, to] = [momentOf(combo.startDate), momentOf(combo.expirationDate)];
  return fact({
    of: "PRODUCT",
    name: plainText(combo.name),
    title: null,
    periods: [{ days: [], from, to }],
  });
};

function categoryHours(
  category: Fields,
  periods: readonly SchedulePeriod[],
  title: string | null,
): Fact | null {
  const isNamed = readId(category.scheduleId) !== null || title !== null;
  const isUntold = periods.length === 0 && isNamed;
  if (!isUntold && keptPeriods(periods) !== null) return null;
  return fact({ of: "CATEGORY", name: plainText(category.name), title, periods });
}

function fact(schedule: IssueSchedule): Fact {
  return { code: UserErrorCode.SCHEDULE_NOT_APPLIED, severity: Severity.WARNING, schedule };
}
