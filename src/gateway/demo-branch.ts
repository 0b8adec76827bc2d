import { type DataSource } from "typeorm";

import { Scope, type Viewer } from "../domain/access/viewer";
import { WalletKind } from "../domain/loyalty/loyalty-wallet";
import { PaymentMethod } from "../domain/ticket/payment-method";
import { Branch } from "../entities/branches/branch";
import { BranchSettings, PosKind } from "../entities/branches/branch-settings";
import { able, type Pos } from "../ports/pos/pos";
import { type PosCredential } from "../ports/pos/pos-branch";
import { type PosPaymentType } from "../ports/pos/pos-directory";
import { type CreateBranch } from "../services/branches/create-branch";
import { type SaveBranchSettings } from "../services/branches/settings/save-branch-settings";
import { type SeedCatalogue } from "../services/catalogue/plans/seed-catalogue";
import { type RefreshPosMenu } from "../services/catalogue/pos-menu/refresh-pos-menu";
import { type RegisterWebhook } from "../services/pos/register-webhook";

interface Parts {
  readonly db: DataSource;
  readonly pos: Pos;
  readonly apiLogin: string;
  readonly createBranch: CreateBranch;
  readonly saveBranchSettings: SaveBranchSettings;
  readonly refreshPosMenu: RefreshPosMenu;
  readonly seedCatalogue: SeedCatalogue;
  readonly registerWebhook: RegisterWebhook;
}

const DEMO: Viewer = {
  kind: "key",
  keyId: "demo",
  label: "demo",
  scope: Scope.ADMIN,
  branchIds: null,
};

/** A guest of the sandbox's loyalty programme who has one wallet of points. */
const DEMO_GUEST = "+79990000001";

/**
 * On the first start with the sandbox, creates a branch connected to its restaurant, with the whole
 * menu imported, so that the first order can be placed immediately. Later starts only renew the web
 * hook. Uses the same use cases as an operator.
 */
export async function openDemoBranch(parts: Parts): Promise<void> {
  const known = await parts.db.manager.findOneBy(BranchSettings, { pos: "SANDBOX" });
  const branchId = known?.branchId ?? (await connect(parts)).id;
  if (!known) {
    await parts.refreshPosMenu.execute(branchId);
    await parts.seedCatalogue.execute(branchId);
  }
  await parts.registerWebhook.execute(DEMO, branchId, true);
}

async function connect(parts: Parts): Promise<Branch> {
  const { pos, apiLogin } = parts;
  const credential = { kind: "API_LOGIN_V1", apiLogin } as const;
  const [organization] = await pos.organizations(credential);
  if (!organization) throw new Error("The sandbox has no organization");
  const organizationId = organization.posId;
  const [groups, menus, payments] = await Promise.all([
    pos.terminalGroups(credential, [organizationId]),
    pos.externalMenus(credential),
    pos.paymentTypes(credential, organizationId),
  ]);
  const alive = await pos.liveTerminalGroups(
    credential,
    [organizationId],
    groups.map((group) => group.posId),
  );
  const [branch, money] = await Promise.all([
    unconnectedBranch(parts, organization.name),
    loyaltySettings(pos, credential, organizationId),
  ]);
  return parts.saveBranchSettings.execute(DEMO, branch.id, branch.version, {
    pos: "SANDBOX",
    apiLogin,
    organizationId,
    terminalGroupId: groups.find((group) => group.visible && alive.has(group.posId))?.posId ?? null,
    externalMenuId: menus[0]?.posId ?? null,
    paymentTypes: [
      mapping(PaymentMethod.CASH, payments, "CASH"),
      mapping(PaymentMethod.CARD_ON_DELIVERY, payments, "CARD"),
      { ...mapping(PaymentMethod.ONLINE, payments, null), processedExternally: true },
    ],
    bonusPaymentTypeId: payments.find(({ means }) => means === "POINTS")?.posId ?? null,
    ...money,
    fallback: [
      { kind: "EMAIL", target: "kitchen@demo.example", enabled: true },
      { kind: "TELEGRAM", target: "100200300", enabled: true },
    ],
  });
}

/**
 * Enables every way for a guest to save at the restaurant: points for half an order, discounts, and
 * what its programme gives.
 */
async function loyaltySettings(pos: Pos, credential: PosCredential, organizationId: string) {
  const [discounts, { wallets }] = await Promise.all([
    pos.discounts(credential, [organizationId]),
    able(pos, "loyalty").loyaltyAccount(credential, organizationId, DEMO_GUEST),
  ]);
  const universal = discounts.get(organizationId)?.find(({ takesSum }) => takesSum);
  return {
    universalDiscountId: universal?.posId ?? null,
    bonusWalletId: wallets.find(({ kind }) => kind === WalletKind.BONUS)?.posId ?? null,
    bonusWriteOffLimitPercent: 50,
    quotesByPosLoyalty: true,
  };
}

/** An interrupted start may have left the branch without its settings. */
async function unconnectedBranch({ db, createBranch }: Parts, name: string): Promise<Branch> {
  const [left] = await db
    .createQueryBuilder(Branch, "branch")
    .innerJoin(BranchSettings, "settings", "settings.branchId = branch.id")
    .where("branch.name = :name and settings.pos = :pos", { name, pos: PosKind.NONE })
    .getMany();
  return left ?? createBranch.execute({ name, timeZone: "Europe/Moscow", currencyCode: "RUB" });
}

function mapping(
  method: PaymentMethod,
  types: readonly PosPaymentType[],
  means: PosPaymentType["means"],
) {
  const type = types.find((each) => each.means === means);
  return { method, posPaymentTypeId: type?.posId ?? null, processedExternally: false };
}
