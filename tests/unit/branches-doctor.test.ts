import { type PosMenuItem } from "../../src/domain/catalogue/pos-menu";
import { BranchSettings } from "../../src/entities/branches/branch-settings";
import {
  PosContractBroken,
  PosRateLimited,
  PosRejected,
  PosUnavailable,
  RefusalKind,
} from "../../src/errors";
import {
  type BranchFindings,
  type PosFindings,
} from "../../src/services/branches/doctor/branch-findings";
import { CheckState } from "../../src/services/branches/doctor/health-check";
import { judgeBranch } from "../../src/services/branches/doctor/judge-branch";
import { judgeDeliveryProduct } from "../../src/services/branches/doctor/judge-delivery";
import { reading } from "../../src/services/branches/doctor/reading";
import { utcOffsetMinutes } from "../../src/services/branches/utc-offset-minutes";
import { aPosGroup, aPosItem, aPosSize } from "../support/a-pos-menu";
import { CHANNELS } from "../../src/vendors";

const ORGANIZATION = "7bc05553-4b68-44e8-b7bc-37be63c6d9e1";
const GROUP = "11111111-4b68-44e8-b7bc-37be63c6d9e1";
const OURS = "https://gateway.test/hook";
const KITCHEN = {
  ...{ posId: GROUP, organizationId: ORGANIZATION, name: "Kitchen" },
  ...{ visible: true, utcOffsetMinutes: null as number | null },
};
const silence = { error: new PosUnavailable("no answer") };

function aPos(change: Partial<PosFindings> = {}): PosFindings {
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
  ...{ webhookAt: null, polledAt: null, polledNewsAt: null },
  ...{ lostAt: null, lostByOthers: [], databaseAheadMs: 0 },
};

function judge(
  pos: BranchFindings["pos"],
  settings: Partial<BranchSettings> = {},
  contacts: Partial<BranchFindings["contacts"]> = {},
) {
  const stored = {
    organizationId: ORGANIZATION,
    terminalGroupId: GROUP,
    externalMenuId: null,
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
    ...{
      pos,
      branch: { timeZone: "Europe/Moscow" },
      now: new Date("2026-11-23T12:00:00Z"),
      storedMenu: null,
    },
    deliveryProduct: null,
    ...{ contacts: { ...NO_CONTACTS, ...contacts }, pollEverySeconds: 20 },
    ...{ channels: { known: CHANNELS, ready: new Set<string>() }, ownWebhookUrl: OURS },
    settings: Object.assign(new BranchSettings(), stored, empty, settings),
  });
  return Object.fromEntries(checks.map((check) => [check.code, check]));
}

describe("The doctor's judgement", () => {
  it("speaks both languages about everything it can find", () => {
    const wrong = aPos({
      terminalGroups: { value: [] },
      menuItemCount: { value: 0 },
      webhookUrl: { value: null },
      clockAheadMs: 90_000,
    });
    const universalDiscountId = ORGANIZATION;
    const checks = Object.values(
      judge({ value: wrong }, { universalDiscountId, bonusPaymentTypeId: GROUP }),
    );
    expect(checks.filter(({ state }) => state === CheckState.FAILED).length).toBeGreaterThanOrEqual(
      8,
    );
    for (const { message, fix } of checks.flatMap((check) => [
      check,
      ...(check.fix ? [check] : []),
    ])) {
      expect(message.ru).toMatch(/[а-я]/);
      expect(message.en).not.toBe(message.ru);
      expect(fix?.en).toEqual(fix === null ? undefined : expect.not.stringMatching(fix.ru));
    }
    expect(checks.every(({ state, fix }) => state !== CheckState.FAILED || fix !== null)).toBe(
      true,
    );
  });

  it("does not call the key broken when only the list of organizations is missing", () => {
    const checks = judge({ value: aPos({ organizations: silence }) });
    expect(checks.KEY_WORKS?.state).toBe("OK");
    expect(checks.ORGANIZATION_VISIBLE?.state).toBe("NOT_CHECKED");
    expect(checks.TERMINAL_GROUP_VISIBLE?.state).toBe("OK");
  });

  it("leaves open what the POS did not answer", () => {
    const checks = judge({
      value: aPos({ orderTypes: silence, webhookUrl: silence, menuItemCount: silence }),
    });
    for (const code of ["ORDER_TYPES", "WEBHOOK_OURS", "MENU_PUBLISHED"]) {
      expect(checks[code]).toMatchObject({ state: "NOT_CHECKED", fix: null });
    }
  });

  it.each([
    [new PosUnavailable("The connection broke")],
    [new PosRateLimited("Too many requests", { retryAfterMs: 5_000 })],
    [new PosContractBroken("HTTP 418")],
    [
      new PosRejected("iiko answered 403: forbidden", {
        posCode: "UNKNOWN",
        kind: RefusalKind.OPERATOR,
      }),
    ],
    [
      new PosRejected("not connected", {
        posCode: "BRANCH_NOT_CONNECTED",
        kind: RefusalKind.MAPPING,
      }),
    ],
    [
      new PosRejected("…license for using the Cloud API…", {
        posCode: "UNKNOWN",
        kind: RefusalKind.OPERATOR,
      }),
    ],
  ])("tells one cause once when nothing gets through: %s", (error) => {
    const checks = Object.values(judge({ error }));
    expect(
      checks.filter(({ state }) => state === CheckState.FAILED).map(({ code }) => code),
    ).toEqual(["KEY_WORKS", "FALLBACK_READY"]);
  });

  it("takes a terminal group without a time zone for unknown, and another zone of the same offset for right", () => {
    const groupAt = (utcOffsetMinutes: number | null) =>
      aPos({ terminalGroups: { value: [{ ...KITCHEN, utcOffsetMinutes }] } });
    expect(judge({ value: groupAt(null) }).CLOCK_AND_TIME_ZONE?.state).toBe("OK");
    expect(judge({ value: groupAt(180) }).CLOCK_AND_TIME_ZONE?.state).toBe("OK");
    expect(judge({ value: groupAt(300) }).CLOCK_AND_TIME_ZONE?.message.en).toContain("UTC+5");
  });
});

describe("The doctor's judgement of contacts", () => {
  const NOW = Date.parse("2026-11-23T12:00:00Z");
  const minutesAgo = (minutes: number) => new Date(NOW - minutes * 60_000);
  const judged = (contacts: Partial<BranchFindings["contacts"]>, pos = aPos()) =>
    judge({ value: pos }, {}, contacts);

  it.each([
    ["its own organization", { lostAt: minutesAgo(9) }, "FAILED", ORGANIZATION],
    ["another branch's", { lostByOthers: [GROUP] }, "WARNING", GROUP],
    ["none", {}, "OK", "all of its organizations"],
  ])("names what the key has lost: %s", (_, contacts, state, words) => {
    const { KEY_KEEPS_ORGANIZATIONS: check } = judged(contacts);
    expect(check).toMatchObject({
      state,
      message: { en: expect.stringContaining(words) as string },
    });
  });

  it.each([
    ["before any", { webhookAt: null, polledNewsAt: null }, "OK"],
    ["that told all", { webhookAt: minutesAgo(3), polledNewsAt: minutesAgo(1) }, "OK"],
    ["that stopped", { webhookAt: minutesAgo(90), polledNewsAt: minutesAgo(1) }, "WARNING"],
    ["that never came", { webhookAt: null, polledNewsAt: minutesAgo(1) }, "WARNING"],
  ])("misses web hooks %s", (_, contacts, state) => {
    expect(judged(contacts).WEBHOOKS_HEARD?.state).toBe(state);
  });

  it.each([
    [null, "NOT_CHECKED"],
    [minutesAgo(10), "OK"],
    [minutesAgo(12), "FAILED"],
  ])("finds a poll at %s", (polledAt, state) => {
    expect(judged({ polledAt }).ORDERS_POLLED?.state).toBe(state);
  });

  it.each([
    [0, null, "OK", "iiko has not told"],
    [3_000, -1_900, "OK", "iiko's clocks agree"],
    [6_000, null, "WARNING", "the gateway's and the database's by 6 s"],
    [0, 6_000, "WARNING", "the gateway's and iiko's by 6 s, the database's and iiko's by 6 s"],
    [-61_000, 0, "FAILED", "the database's and iiko's by 61 s"],
  ])(
    "compares three clocks: the database %d ms ahead, iiko %s",
    (databaseAheadMs, clockAheadMs, state, words) => {
      const { CLOCKS_AGREE: check } = judged({ databaseAheadMs }, aPos({ clockAheadMs }));
      expect(check).toMatchObject({
        state,
        message: { en: expect.stringContaining(words) as string },
      });
    },
  );

  it("speaks of clocks without iiko, too", () => {
    expect(judge(silence, {}, { databaseAheadMs: 70_000 }).CLOCKS_AGREE?.state).toBe("FAILED");
  });
});

describe("A reading", () => {
  it("ends when its time is up, as no answer", async () => {
    const read = await reading(new Promise<never>(() => undefined), 5);
    expect(read).toMatchObject({ error: { code: "POS_UNAVAILABLE" } });
  });

  it("hides no bug of ours", async () => {
    await expect(reading(Promise.reject(new TypeError("x is undefined")), 1_000)).rejects.toThrow(
      TypeError,
    );
  });
});

describe("The offset of a zone", () => {
  it.each([
    ["Europe/Moscow", 180],
    ["America/St_Johns", -210],
    ["Asia/Kathmandu", 345],
    ["UTC", 0],
  ])("of %s is %d minutes", (timeZone, minutes) => {
    expect(utcOffsetMinutes(timeZone, new Date("2026-11-23T12:00:00Z"))).toBe(minutes);
  });
});

describe("The product for the delivery fee", () => {
  const judged = (deliveryProduct: PosMenuItem | null, storedMenu: BranchFindings["storedMenu"]) =>
    judgeDeliveryProduct({
      settings: Object.assign(new BranchSettings(), { deliveryProductId: GROUP }),
      storedMenu,
      deliveryProduct,
    });
  const menu = { issues: [], heldBack: null, refreshedAt: new Date() };

  it.each([
    ["is hidden from guests", { hidden: true }, CheckState.OK],
    ["is not sold here", { sizes: [aPosSize({ price: null })] }, CheckState.FAILED],
    ["has a size", { sizes: [aPosSize({ posSizeId: GROUP })] }, CheckState.FAILED],
    ["cannot go without an option", { optionGroups: [aPosGroup({ min: 1 })] }, CheckState.FAILED],
    ["is a combo", { combo: true }, CheckState.FAILED],
  ])("that %s is judged as iiko would judge it", (_, change, state) => {
    expect(judged(aPosItem(change), menu).state).toBe(state);
  });

  it("is not judged before there is a menu", () => {
    expect(judged(null, null).state).toBe(CheckState.NOT_CHECKED);
  });
});
