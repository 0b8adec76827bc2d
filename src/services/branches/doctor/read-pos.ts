import { ZoneSource } from "../../../domain/delivery/zone-source";
import { type BranchSettings } from "../../../entities/branches/branch-settings";
import { LoyaltyDisabled } from "../../../errors";
import { able, can } from "../../../ports/pos/pos";
import {
  type PosDictionaryEntry,
  type PosExternalMenu,
  type PosOrganization,
  type PosTerminalGroup,
} from "../../../ports/pos/pos-directory";
import { type PosConnection } from "../../pos/pos-connections";
import { type PosFindings } from "./branch-findings";
import { reading } from "./reading";
import { usesLoyalty, usesPoints } from "./uses-points";

/** Longer than any answer takes, except for a menu for which format after format is tried. */
const DEADLINE_MS = 25_000;

/**
 * Makes all requests to the POS that the checks need, each one once and all of them concurrently.
 * Only the till's state and the menu wait for a list: asking for something that does not exist is
 * an invalid call, and a POS may block keys that repeat such calls.
 */
export async function readPos(
  connection: PosConnection,
  deadlineMs = DEADLINE_MS,
): Promise<PosFindings> {
  const { pos, branch, settings } = connection;
  const read: Read = (answer) => reading(answer, deadlineMs);
  const [places, dictionaries, deliveryTerms, hasLoyalty, wallets] = await Promise.all([
    readPlaces(connection, read),
    readDictionaries(connection, read),
    readTerms(connection, read),
    read(usesLoyalty(settings) ? asksLoyalty(pos, branch) : NONE),
    read(usesPoints(settings) ? walletsOf(pos, branch) : NONE),
  ]);
  const clockAheadMs = pos.clockAheadMs();
  return { ...places, ...dictionaries, deliveryTerms, hasLoyalty, wallets, clockAheadMs };
}

type Read = <T>(answer: Promise<T>) => ReturnType<typeof reading<T>>;

/** The restaurant, its tills, and the contents of its menu. */
async function readPlaces({ pos, branch, settings }: PosConnection, read: Read) {
  const { credential, organizationId, terminalGroupId } = branch;
  const ids = [organizationId];
  const groups = pos.visibleTerminalGroups(credential, ids);
  const menus = pos.externalMenus(credential);
  const known = pos.organizations(credential);
  const live = terminalGroupId
    ? pos.liveTerminalGroups(credential, ids, [terminalGroupId])
    : groups.then((visible) => pos.liveTerminalGroups(credential, ids, idsOf(visible)));
  const count = Promise.all([menus, known]).then(([listed, seen]) =>
    isMenuThere(listed, settings) && isMenuOfSeen(seen, settings)
      ? pos.menu(branch).then(({ products }) => products.length)
      : null,
  );
  const [organizations, terminalGroups, liveGroupIds, externalMenus, menuItemCount] =
    await Promise.all([read(known), read(groups), read(live), read(menus), read(count)]);
  return { organizations, terminalGroups, liveGroupIds, externalMenus, menuItemCount };
}

/** The lists from which settings choose, and the configuration of the till. */
async function readDictionaries({ pos, branch }: PosConnection, read: Read) {
  const { credential, organizationId } = branch;
  const ofOrganization = <T>(found: ReadonlyMap<string, readonly T[]>) =>
    found.get(organizationId) ?? [];
  const ids = [organizationId];
  const [paymentTypes, discounts, orderTypes, webhookUrl, orderRules, marketingSources] =
    await Promise.all([
      read(pos.paymentTypes(credential, organizationId)),
      read(pos.discounts(credential, ids).then(ofOrganization)),
      read(pos.orderTypes(credential, ids).then(ofOrganization)),
      can(pos, "webhooks")
        ? read(pos.webhookRegistration(credential, organizationId).then(({ url }) => url))
        : undefined,
      read(can(pos, "rules") ? pos.orderRules(credential, organizationId) : NONE),
      read(can(pos, "rules") ? pos.marketingSources(credential, organizationId) : NONE),
    ]);
  return { paymentTypes, discounts, orderTypes, webhookUrl, orderRules, marketingSources };
}

/** The POS's delivery terms, for a branch that uses them. */
function readTerms({ pos, branch, settings }: PosConnection, read: Read) {
  if (settings.deliveryZonesFrom !== ZoneSource.POS || !can(pos, "zones")) return undefined;
  const { credential, organizationId } = branch;
  const terms = pos.deliveryTerms(credential, [organizationId]);
  return read(terms.then((found) => found.get(organizationId) ?? null));
}

/** The answer for something that the POS does not have. */
const NONE = Promise.resolve(null);

/** Without an external menu the POS's complete product list is read instead. */
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

/** The branch's own organization has a separate check. */
function isMenuOfSeen(
  seen: readonly PosOrganization[],
  { menuOrganizationId }: BranchSettings,
): boolean {
  return menuOrganizationId === null || seen.some(({ posId }) => posId === menuOrganizationId);
}

/** Nobody has this phone number, so the answer is an empty account and no guest's data is read. */
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

/** null: without a programme there are no wallets, which is reported as a separate finding. */
async function walletsOf(
  pos: PosConnection["pos"],
  { credential, organizationId }: PosConnection["branch"],
): Promise<readonly PosDictionaryEntry[] | null> {
  try {
    return await able(pos, "loyalty").loyaltyWallets(credential, organizationId);
  } catch (error) {
    if (error instanceof LoyaltyDisabled) return null;
    throw error;
  }
}

function idsOf(groups: readonly PosTerminalGroup[]): string[] {
  return groups.map(({ posId }) => posId);
}
