import { MenuReader } from "../../src/adapters/iiko/menu/menu-reader";
import { type MenuClient, readMenu } from "../../src/adapters/iiko/menu/menu-source";
import { PosMenuSource } from "../../src/domain/catalogue/pos-menu";
import {
  PosContractBroken,
  PosRateLimited,
  PosRejected,
  PosSilent,
  PosUnavailable,
  RefusalKind,
} from "../../src/errors";
import { type PosBranch } from "../../src/ports/pos/pos-branch";
import { aMenu, lighthouseMenu, ORGANIZATION } from "../support/menu-bodies";

type Answer = "standalone" | "v4" | "v3" | "v2" | "nomenclature";

const OTHER = "3f0c2c9e-6b0e-4b0a-9a34-0d5f3c1c7b11";
const BRANCH: PosBranch = {
  credential: { kind: "API_LOGIN_V1", apiLogin: "lighthouse" },
  organizationId: ORGANIZATION,
  terminalGroupId: null,
  externalMenuId: "8235",
  priceCategoryId: "prices",
  timeZone: "Europe/Moscow",
};

const EMPTY = {
  standalone: { itemsGroups: [] },
  v4: aMenu([]),
  v3: aMenu([]),
  v2: { itemCategories: [] },
};

/** The menu part of iiko: each endpoint returns, or throws, what it is given. */
class RecordedMenus implements MenuClient {
  readonly asked: Answer[] = [];
  readonly requests: unknown[] = [];

  constructor(private readonly answers: Partial<Record<Answer, unknown>>) {}

  externalMenuById: MenuClient["externalMenuById"] = (_credential, request) =>
    this.answer(`v${request.version}`, request);
  standaloneMenuById: MenuClient["standaloneMenuById"] = (_credential, request) =>
    this.answer("standalone", request);
  nomenclature: MenuClient["nomenclature"] = (_credential, organizationId) =>
    this.answer("nomenclature", organizationId);

  private answer(name: Answer, request: unknown): Promise<Uint8Array> {
    this.asked.push(name);
    this.requests.push(request);
    const answer = this.answers[name] ?? new PosUnavailable(`No ${name} today`);
    return answer instanceof Error
      ? Promise.reject(answer)
      : Promise.resolve(Buffer.from(JSON.stringify(answer)));
  }
}

const reader = new MenuReader();
const rejected = (kind: RefusalKind) => new PosRejected("Refused", { posCode: "UNKNOWN", kind });

describe("reading a branch's menu", () => {
  it("asks for the standalone menu first, and for nothing else if it is there", async () => {
    const menus = new RecordedMenus({ standalone: lighthouseMenu("standalone") });
    const menu = await readMenu(menus, reader, BRANCH);
    expect(menu.source).toBe(PosMenuSource.MENU_V3_STANDALONE);
    expect(menus.asked).toEqual(["standalone"]);
    expect(menus.requests).toEqual([
      { externalMenuId: "8235", organizationId: ORGANIZATION, priceCategoryId: "prices" },
    ]);
  });

  it.each<[Answer, Partial<PosBranch>]>([
    ["standalone", {}],
    ["nomenclature", { externalMenuId: null }],
  ])(
    "reads the %s of another organization when the branch takes its menu from one",
    async (source, place) => {
      const menus = new RecordedMenus({
        standalone: lighthouseMenu("standalone"),
        nomenclature: lighthouseMenu("nomenclature"),
      });
      const elsewhere = { organizationId: OTHER, menuOrganizationId: ORGANIZATION };
      const menu = await readMenu(menus, reader, { ...BRANCH, ...place, ...elsewhere });
      expect(menus.asked).toEqual([source]);
      expect(JSON.stringify(menus.requests)).toContain(ORGANIZATION);
      expect(JSON.stringify(menus.requests)).not.toContain(OTHER);
      expect(menu.products.length).toBeGreaterThan(0);
    },
  );

  it.each<[string, unknown]>([
    ["answers 500, or half of it", new PosUnavailable("iiko is away")],
    ["is refused", rejected(RefusalKind.FINAL)],
    ["is not what was agreed", { something: "else" }],
    ["is empty", EMPTY.standalone],
  ])(
    "falls back to the external menu when the standalone one %s (quirk 11)",
    async (_why, standalone) => {
      const menus = new RecordedMenus({ standalone, v4: lighthouseMenu("v4") });
      await expect(readMenu(menus, reader, BRANCH)).resolves.toMatchObject({
        source: PosMenuSource.EXTERNAL_MENU_V4,
      });
      expect(menus.asked).toEqual(["standalone", "v4"]);
    },
  );

  it("falls back as far as format 2", async () => {
    const menus = new RecordedMenus({ v4: {}, v3: EMPTY.v3, v2: lighthouseMenu("v2") });
    await expect(readMenu(menus, reader, BRANCH)).resolves.toMatchObject({
      source: PosMenuSource.EXTERNAL_MENU_V2,
    });
    expect(menus.asked).toEqual(["standalone", "v4", "v3", "v2"]);
  });

  it("accepts an older format than it asked for", async () => {
    const menus = new RecordedMenus({ v4: lighthouseMenu("v2") });
    await expect(readMenu(menus, reader, BRANCH)).resolves.toMatchObject({
      source: PosMenuSource.EXTERNAL_MENU_V2,
    });
  });

  it("never mistakes the nomenclature for an external menu (quirk 20a)", async () => {
    const nomenclature = lighthouseMenu("nomenclature");
    const menus = new RecordedMenus({ nomenclature, v4: nomenclature });
    await expect(readMenu(menus, reader, BRANCH)).rejects.toThrow(PosUnavailable);
    expect(menus.asked).toEqual(["standalone", "v4", "v3", "v2"]);
  });

  it("reads only the nomenclature when no external menu is set", async () => {
    const menus = new RecordedMenus({
      nomenclature: lighthouseMenu("nomenclature"),
      standalone: lighthouseMenu("standalone"),
    });
    const menu = await readMenu(menus, reader, { ...BRANCH, externalMenuId: null });
    expect(menu.source).toBe(PosMenuSource.NOMENCLATURE);
    expect(menus.asked).toEqual(["nomenclature"]);
    expect(menus.requests).toEqual([ORGANIZATION]);
  });

  it("throws the first error when every format fails", async () => {
    const menus = new RecordedMenus({
      standalone: EMPTY.standalone,
      v4: rejected(RefusalKind.MAPPING),
    });
    await expect(readMenu(menus, reader, BRANCH)).rejects.toMatchObject({
      kind: RefusalKind.MAPPING,
    });
    expect(menus.asked).toHaveLength(4);
  });

  it("does not pass off an empty menu as the restaurant's", async () => {
    await expect(readMenu(new RecordedMenus(EMPTY), reader, BRANCH)).rejects.toThrow(
      "8235 is empty in every format",
    );
    const nothing = new RecordedMenus({ nomenclature: { groups: [], products: [], sizes: [] } });
    await expect(readMenu(nothing, reader, { ...BRANCH, externalMenuId: null })).rejects.toThrow(
      PosContractBroken,
    );
  });

  it.each<[string, Error]>([
    ["the key needs a person", rejected(RefusalKind.OPERATOR)],
    ["iiko asks for a pause", new PosRateLimited("Later", { retryAfterMs: 1000 })],
    ["iiko is silent", new PosSilent("Not in time")],
    ["we have a bug", new TypeError("Oops")],
  ])("stops immediately when %s", async (_why, error) => {
    const menus = new RecordedMenus({ standalone: error, v4: lighthouseMenu("v4") });
    await expect(readMenu(menus, reader, BRANCH)).rejects.toBe(error);
    expect(menus.asked).toEqual(["standalone"]);
  });
});
