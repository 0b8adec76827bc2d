import { iiko } from "../../src/adapters/iiko/iiko-vendor";
import { type PosMenuItem } from "../../src/domain/catalogue/pos-menu";
import { PosKeyFailure } from "../../src/domain/pos/pos-key-failure";
import { BranchSettings } from "../../src/entities/branches/branch-settings";
import {
  PosContractBroken,
  PosRateLimited,
  PosRejected,
  PosUnavailable,
  RefusalKind,
} from "../../src/errors";
import { wordsOfPos } from "../../src/ports/pos/pos-guidance";
import { type BranchFindings } from "../../src/services/branches/doctor/branch-findings";
import { CheckState } from "../../src/services/branches/doctor/health-check";
import { judgeDeliveryProduct } from "../../src/services/branches/doctor/judge-delivery";
import { utcOffsetMinutes } from "../../src/services/branches/doctor/judge-surroundings";
import { reading } from "../../src/services/branches/doctor/reading";
import { aPosGroup, aPosItem, aPosSize } from "../support/a-pos-menu";
import { aPos, GROUP, judge, KITCHEN, ORGANIZATION, silence } from "../support/doctor-judgement";
import { DUMMY } from "../support/dummy-vendor";

describe("The doctor's judgement", () => {
  it("has texts in both languages for everything it can find", () => {
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

  it("names the branch's own POS, and no program of another", () => {
    const wrong = aPos({ terminalGroups: { value: [] }, clockAheadMs: 90_000 });
    const refused = new PosRejected("no", {
      posCode: PosKeyFailure.KEY_BLOCKED,
      kind: RefusalKind.OPERATOR,
    });
    const settings = { universalDiscountId: ORGANIZATION, bonusPaymentTypeId: GROUP };
    const found = [{ value: wrong }, { error: refused }, silence].flatMap((pos) =>
      Object.values(judge(pos, settings, {}, wordsOfPos(DUMMY))),
    );
    const texts = found.flatMap(({ message, fix }) => [message, ...(fix ? [fix] : [])]);
    expect(texts.some(({ ru, en }) => ru.includes("Dummy") && en.includes("Dummy"))).toBe(true);
    expect(texts.filter(({ ru, en }) => /iiko/i.test(`${ru} ${en}`))).toEqual([]);
  });

  it("does not call the key broken when only the list of organizations is unavailable", () => {
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
  ])("reports one cause once when nothing gets through: %s", (error) => {
    const checks = Object.values(judge({ error }));
    expect(
      checks.filter(({ state }) => state === CheckState.FAILED).map(({ code }) => code),
    ).toEqual(["KEY_WORKS", "FALLBACK_READY"]);
  });

  it("accepts a terminal group without a time zone, and another zone with the same offset", () => {
    const groupAt = (utcOffsetMinutes: number | null) =>
      aPos({ terminalGroups: { value: [{ ...KITCHEN, utcOffsetMinutes }] } });
    expect(judge({ value: groupAt(null) }).CLOCK_AND_TIME_ZONE?.state).toBe("OK");
    expect(judge({ value: groupAt(180) }).CLOCK_AND_TIME_ZONE?.state).toBe("OK");
    expect(judge({ value: groupAt(300) }).CLOCK_AND_TIME_ZONE?.message.en).toContain("UTC+5");
  });
});

describe("A reading", () => {
  it("counts as unanswered when its time is up", async () => {
    const read = await reading(new Promise<never>(() => undefined), 5);
    expect(read).toMatchObject({ error: { code: "POS_UNAVAILABLE" } });
  });

  it("hides no bug of our own", async () => {
    await expect(reading(Promise.reject(new TypeError("x is undefined")), 1_000)).rejects.toThrow(
      TypeError,
    );
  });
});

describe("The UTC offset", () => {
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
      vendor: wordsOfPos(iiko),
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

  it("is not judged until there is a menu", () => {
    expect(judged(null, null).state).toBe(CheckState.NOT_CHECKED);
  });
});
