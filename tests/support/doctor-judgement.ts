import { iiko } from "../../src/adapters/iiko/iiko-vendor";
import { BranchSettings } from "../../src/entities/branches/branch-settings";
import { PosUnavailable } from "../../src/errors";
import { wordsOfPos } from "../../src/ports/pos/pos-guidance";
import {
  type BranchFindings,
  type PosFindings,
} from "../../src/services/branches/doctor/branch-findings";
import { judgeBranch } from "../../src/services/branches/doctor/judge-branch";
import { CHANNELS } from "../../src/vendors";

export const ORGANIZATION = "7bc05553-4b68-44e8-b7bc-37be63c6d9e1";
export const GROUP = "11111111-4b68-44e8-b7bc-37be63c6d9e1";
const OURS = "https://gateway.test/hook";
export const KITCHEN = {
  posId: GROUP,
  organizationId: ORGANIZATION,
  name: "Kitchen",
  visible: true,
  utcOffsetMinutes: null as number | null,
};
export const silence = { error: new PosUnavailable("no answer") };

export function aPos(change: Partial<PosFindings> = {}): PosFindings {
  return {
    organizations: { value: [{ posId: ORGANIZATION, name: "Arbat" }] },
    terminalGroups: { value: [KITCHEN] },
    liveGroupIds: { value: new Set([GROUP]) },
    externalMenus: { value: [] },
    menuItemCount: { value: 7 },
    paymentTypes: { value: [] },
    discounts: { value: [] },
    orderTypes: { value: [] },
    hasLoyalty: { value: null },
    webhookUrl: { value: OURS },
    clockAheadMs: null,
    ...change,
  };
}

const NO_CONTACTS: BranchFindings["contacts"] = {
  webhookAt: null,
  polledAt: null,
  polledNewsAt: null,
  lostAt: null,
  lostByOthers: [],
  databaseAheadMs: 0,
};

export function judge(
  pos: BranchFindings["pos"],
  settings: Partial<BranchSettings> = {},
  contacts: Partial<BranchFindings["contacts"]> = {},
  vendor = wordsOfPos(iiko),
) {
  const stored = {
    organizationId: ORGANIZATION,
    terminalGroupId: GROUP,
    externalMenuId: null,
    menuOrganizationId: null,
    priceCategoryId: null,
  };
  const empty = {
    paymentTypes: [],
    fallback: [],
    bonusPaymentTypeId: null,
    universalDiscountId: null,
    deliveryProductId: null,
  };
  const checks = judgeBranch({
    pos,
    vendor,
    branch: { timeZone: "Europe/Moscow" },
    now: new Date("2026-11-23T12:00:00Z"),
    storedMenu: null,
    deliveryProduct: null,
    contacts: { ...NO_CONTACTS, ...contacts },
    pollEverySeconds: 20,
    channels: { known: CHANNELS, ready: new Set<string>() },
    ownWebhookUrl: OURS,
    settings: Object.assign(new BranchSettings(), stored, empty, settings),
  });
  return Object.fromEntries(checks.map((check) => [check.code, check]));
}
