import { able, can } from "../../../ports/pos/pos";
import { type BranchSettings } from "../../../entities/branches/branch-settings";
import { LoyaltyDisabled } from "../../../errors";
import { type PosExternalMenu, type PosTerminalGroup } from "../../../ports/pos/pos-directory";
import { type PosConnection } from "../../pos/pos-connections";
import { type PosFindings } from "./branch-findings";
import { reading } from "./reading";
import { usesLoyalty } from "./uses-points";

/** Longer than any answer but a menu's that is tried in format after format. */
const DEADLINE_MS = 25_000;

/**
 * Asks the POS all that the checks need, each question once and all of them together. Only the
 * till's answer and the menu wait for a list: asking for what is not there is a faulty call, and
 * iiko blocks keys that repeat those.
 */
export async function readPos(
  { pos, branch, settings }: PosConnection,
  deadlineMs = DEADLINE_MS,
): Promise<PosFindings> {
  const { credential, organizationId, terminalGroupId } = branch;
  const ids = [organizationId];
  const read = <T>(answer: Promise<T>) => reading(answer, deadlineMs);
  const groups = pos.visibleTerminalGroups(credential, ids);
  const menus = pos.externalMenus(credential);
  const live = terminalGroupId
    ? pos.liveTerminalGroups(credential, ids, [terminalGroupId])
    : groups.then((visible) => pos.liveTerminalGroups(credential, ids, idsOf(visible)));
  const menuItemCount = menus.then((listed) =>
    isMenuThere(listed, settings) ? pos.menu(branch).then(({ products }) => products.length) : null,
  );
  const [organizations, terminalGroups, liveGroupIds, externalMenus, count, hasLoyalty, ...lists] =
    await Promise.all([
      read(pos.organizations(credential)),
      read(groups),
      read(live),
      read(menus),
      read(menuItemCount),
      read(usesLoyalty(settings) ? asksLoyalty(pos, branch) : Promise.resolve(null)),
      read(pos.paymentTypes(credential, organizationId)),
      read(
        pos
          .discounts(credential, ids)
          .then((byOrganization) => byOrganization.get(organizationId) ?? []),
      ),
      read(
        pos
          .orderTypes(credential, ids)
          .then((byOrganization) => byOrganization.get(organizationId) ?? []),
      ),
      can(pos, "webhooks")
        ? read(pos.webhookRegistration(credential, organizationId).then(({ url }) => url))
        : undefined,
      read(can(pos, "rules") ? pos.orderRules(credential, organizationId) : NONE),
      read(can(pos, "rules") ? pos.marketingSources(credential, organizationId) : NONE),
    ]);
  const [paymentTypes, discounts, orderTypes, webhookUrl, orderRules, marketingSources] = lists;
  return {
    organizations,
    terminalGroups,
    liveGroupIds,
    externalMenus,
    menuItemCount: count,
    hasLoyalty,
    paymentTypes,
    discounts,
    orderTypes,
    webhookUrl,
    orderRules,
    marketingSources,
    clockAheadMs: pos.clockAheadMs(),
  };
}

/** What a POS does not have. */
const NONE = Promise.resolve(null);

/** Without an external menu the POS's whole list of products is read instead. */
function isMenuThere(listed: readonly PosExternalMenu[], settings: BranchSettings): boolean {
  const { externalMenuId, priceCategoryId } = settings;
  if (externalMenuId === null) return true;
  const menu = listed.find(({ posId }) => posId === externalMenuId);
  if (!menu) return false;
  const { priceCategories } = menu;
  return (
    priceCategories.length === 0 || priceCategories.some(({ posId }) => posId === priceCategoryId)
  );
}

/** Nobody has this phone: the answer is an empty account, and no guest's data is read. */
const NOBODY = "+70000000000";

async function asksLoyalty(
  pos: PosConnection["pos"],
  { credential, organizationId }: PosConnection["branch"],
) {
  try {
    await able(pos, "loyalty").loyaltyAccount(credential, organizationId, NOBODY);
    return true;
  } catch (error) {
    if (error instanceof LoyaltyDisabled) return false;
    throw error;
  }
}

function idsOf(groups: readonly PosTerminalGroup[]): string[] {
  return groups.map(({ posId }) => posId);
}
