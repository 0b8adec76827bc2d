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

/** Longer than any answer but a menu's that is tried in format after format. */
const DEADLINE_MS = 25_000;

/**
 * Asks the POS all that the checks need, each question once and all of them together. Only the
 * till's answer and the menu wait for a list: asking for what is not there is a faulty call, and
 * a POS may block keys that repeat those.
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

/** The restaurant, its tills, and what its menu says. */
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

/** What settings choose from, and what the till is set to. */
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

/** Where it delivers, for a branch that goes by that. */
function readTerms({ pos, branch, settings }: PosConnection, read: Read) {
  if (settings.deliveryZonesFrom !== ZoneSource.POS || !can(pos, "zones")) return undefined;
  const { credential, organizationId } = branch;
  const terms = pos.deliveryTerms(credential, [organizationId]);
  return read(terms.then((found) => found.get(organizationId) ?? null));
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

/** The branch's own organization has a check of its own. */
function isMenuOfSeen(
  seen: readonly PosOrganization[],
  { menuOrganizationId }: BranchSettings,
): boolean {
  return menuOrganizationId === null || seen.some(({ posId }) => posId === menuOrganizationId);
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

/** null: without a programme there are none, which has a finding of its own. */
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
