import { CHECK_CODES } from "../../src/services/branches/doctor/health-check";
import { type BranchSettingsChange } from "../../src/services/branches/settings/branch-settings-change";
import { ADMIN, GUEST, operatorOf } from "../support/branch-gateway";
import { DemoGateway } from "../support/demo-gateway";
import { scenarios } from "../support/doctor-scenarios";
import { doubled, FULL_FORM, MENU_PATH, unknownId } from "../support/doctor-turns";

interface Check {
  readonly code: string;
  readonly ok: boolean;
  readonly state: string;
  readonly message: string;
  readonly fix: string | null;
}

interface Health {
  readonly terminalGroupAlive: boolean | null;
  readonly webhookRegistered: boolean;
  readonly webhookMatches: boolean;
  readonly menuAgeSeconds: number | null;
  readonly checks: readonly Check[];
}

const HEALTH = `query ($id: ID!) { branch(id: $id) { health {
  terminalGroupAlive webhookRegistered webhookMatches menuAgeSeconds checks { code ok state message fix }
} } }`;
const SAVE = `mutation ($id: ID!, $version: Int!, $input: BranchSettingsInput!, $verify: Boolean!) {
  saveBranchSettings(branchId: $id, expectedVersion: $version, input: $input, verify: $verify) {
    branch { version } checks { code state fix } userErrors { code field }
  }
}`;
/** How far the gateway's own clock is behind. */
let behindMs = 0;
let gateway: DemoGateway;
beforeAll(async () => {
  gateway = await DemoGateway.start({ now: () => new Date(Date.now() - behindMs) });
});
beforeEach(async () => {
  await gateway.control("POST", "reset");
  // The demo restaurant has the same article on two salads, to show what that leads to.
  await gateway.control("PUT", "restaurant", {
    articles: [{ productId: doubled.id, article: "00499" }],
  });
});
afterEach(() => {
  behindMs = 0;
});
afterAll(() => gateway.stop());

async function healthOf(id: string): Promise<Health> {
  return (await gateway.ask<{ branch: { health: Health } }>(HEALTH, { id })).branch.health;
}

/**
 * A branch with every field of the form filled in except for `change`, with its menu read, and with
 * our web hook.
 */
async function branchWith(change: BranchSettingsChange = {}): Promise<string> {
  const { app } = gateway;
  const branch = await app.createBranch.execute({
    name: "Arbat",
    timeZone: "Europe/Moscow",
    currencyCode: "RUB",
  });
  await app.saveBranchSettings.execute(ADMIN, branch.id, 1, FULL_FORM);
  await app.refreshPosMenu.execute(branch.id);
  await app.registerWebhook.execute(ADMIN, branch.id, true);
  await app.saveBranchSettings.execute(ADMIN, branch.id, 2, change);
  return branch.id;
}

const codesIn = (state: string, { checks }: Health) =>
  checks.filter((check) => check.state === state).map(({ code }) => code);

describe("The connection doctor", () => {
  it("finds the demo setup all green", async () => {
    await gateway.app.refreshPosMenu.execute(gateway.demoBranchId);
    const health = await healthOf(gateway.demoBranchId);
    expect(health).toMatchObject({
      terminalGroupAlive: true,
      webhookRegistered: true,
      webhookMatches: true,
    });
    expect(health.menuAgeSeconds).toBeLessThan(60);
    expect(health.checks.map(({ code }) => code)).toEqual(CHECK_CODES);
    expect(health.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(health.checks.every(({ fix }) => fix === null)).toBe(true);
  });

  it("finds a complete form all green, with bonuses and the universal discount", async () => {
    expect(codesIn("OK", await healthOf(await branchWith()))).toEqual(CHECK_CODES);
  });

  it("asks iiko for each thing once, and shares the answers within a request", async () => {
    const id = await branchWith();
    await gateway.control("POST", "reset");
    const twice = `query ($id: ID!) { branch(id: $id) { health { terminalGroupAlive } again: health { webhookMatches } } }`;
    await gateway.ask(twice, { id });
    const { counts } = (await gateway.control("GET", "calls")) as {
      counts: Record<string, number>;
    };
    expect(Object.values(counts).every((count) => count === 1)).toBe(true);
    expect(Object.keys(counts).length).toBeGreaterThanOrEqual(9);
  });
});

describe("The connection doctor turns exactly one check red", () => {
  it.each(scenarios)("%s when %s", async (code, _what, { change, turn, fix, notChecked = [] }) => {
    const id = await branchWith(change);
    await turn?.(gateway, id);

    const health = await healthOf(id);

    expect(codesIn("FAILED", health)).toEqual([code]);
    expect(codesIn("NOT_CHECKED", health)).toEqual(notChecked);
    const red = health.checks.find((check) => check.code === code)!;
    expect(red.ok).toBe(false);
    expect(red.fix).toContain(fix);
    expect(JSON.stringify(health)).not.toContain("hush");
  });
});

describe("The connection doctor and clocks", () => {
  it("turns red when the gateway's own clock is slow", async () => {
    const id = await branchWith();
    behindMs = 300_000;
    const health = await healthOf(id);
    expect(codesIn("FAILED", health)).toEqual(["CLOCK_AND_TIME_ZONE", "CLOCKS_AGREE"]);
    expect(health.checks.filter(({ ok }) => !ok).map(({ fix }) => fix)).toEqual(
      Array(2).fill(expect.stringContaining("NTP")),
    );
  });
});

describe("The connection doctor for a branch that is not connected", () => {
  it("says so once", async () => {
    const { id } = await gateway.app.createBranch.execute({
      name: "New",
      timeZone: "Europe/Moscow",
      currencyCode: "RUB",
    });
    const health = await healthOf(id);
    expect(codesIn("FAILED", health)).toEqual(["KEY_WORKS", "FALLBACK_READY"]);
    expect(health).toMatchObject({
      terminalGroupAlive: null,
      webhookRegistered: false,
      menuAgeSeconds: null,
    });
  });
});

describe("saveBranchSettings with the doctor", () => {
  it("saves settings that do not work yet, and says what is wrong", async () => {
    const id = await branchWith();
    const save = (version: number, input: object, verify: boolean) =>
      gateway.ask<{ saveBranchSettings: { checks: Check[] } }>(SAVE, {
        id,
        version,
        input,
        verify,
      });
    const { saveBranchSettings } = await save(3, { externalMenuId: "404" }, true);

    expect(saveBranchSettings).toMatchObject({ branch: { version: 4 }, userErrors: [] });
    const red = saveBranchSettings.checks.filter(({ state }) => state !== "OK");
    expect(red).toMatchObject([
      {
        code: "MENU_PUBLISHED",
        state: "FAILED",
        fix: expect.stringContaining(MENU_PATH) as string,
      },
    ]);
    expect((await save(4, { externalMenuId: "405" }, false)).saveBranchSettings).toMatchObject({
      checks: [],
    });
    expect((await save(4, {}, true)).saveBranchSettings).toEqual({
      branch: null,
      checks: [],
      userErrors: [{ code: "STALE_VERSION", field: ["expectedVersion"] }],
    });
  });

  it("is not available to guests, nor to operators of other branches", async () => {
    const id = gateway.demoBranchId;
    await expect(gateway.ask(HEALTH, { id }, GUEST)).rejects.toThrow();
    expect(await gateway.ask(HEALTH, { id }, operatorOf(unknownId))).toEqual({ branch: null });
  });
});
