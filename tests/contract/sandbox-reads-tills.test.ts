import { type ReadContext } from "../../sandbox/read-route";
import { readRoutes, withoutCorrelationId } from "../../sandbox/reads";
import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { defaultSwitches } from "../../sandbox/switches";

const organizationIds = demoRestaurant.organizations.map(({ id }) => id);
const [organizationId = "", secondOrganizationId = ""] = organizationIds;
const foreignId = "2715df0b-515f-4c3d-aeb9-d6020ebe8ad0";
const correlationId = "4da205c2-84d5-4c7d-a25e-1eb0d78c4ba1";
const sandbox: ReadContext = {
  restaurant: demoRestaurant,
  baseUrl: "http://127.0.0.1:9100",
  revision: 1_790_000_000,
  switches: defaultSwitches(),
  now: () => new Date("2026-10-12T06:10:11.222Z"),
};

function groupId(name: string): string {
  return demoRestaurant.terminalGroups.find((group) => group.name === name)?.id ?? "";
}

function productId(name: string): string {
  const products = demoRestaurant.categories.flatMap(({ products }) => products);
  return products.find((product) => product.name === name)?.id ?? "";
}

/** The route's answer as the server sends it. */
function ask(path: string, body: Record<string, unknown>) {
  const answer = readRoutes[path]!(body, sandbox);
  const root = withoutCorrelationId.has(path) && answer.status === 200 ? {} : { correlationId };
  return { status: answer.status, body: { ...root, ...answer.body } as Record<string, unknown> };
}

const liveGroup = groupId("Кухня на Печной");
const line = {
  type: "Product",
  productId: productId("Том ям с креветками"),
  amount: 1,
  price: 520,
};

describe("terminal groups of the sandbox", () => {
  const names = (body: Record<string, unknown>, key: string) =>
    (body[key] as { items: { name: string }[] }[])
      .flatMap(({ items }) => items)
      .map(({ name }) => name);

  it("hides groups that are not granted to the key unless asked for them", () => {
    const { body } = ask("/api/1/terminal_groups", { organizationIds });
    expect(names(body, "terminalGroups")).toEqual([
      "Кухня на Печной",
      "Касса на ремонте",
      "Кухня на Жаровой",
    ]);
    expect(names(body, "terminalGroupsInSleep")).toEqual(["Летняя веранда"]);
    const all = ask("/api/1/terminal_groups", { organizationIds, includeDisabled: true });
    expect(names(all.body, "terminalGroups")).toContain("Тестовая касса");
  });

  it("reports the offset of the terminals' clock, not its zone", () => {
    const { body } = ask("/api/1/terminal_groups", { organizationIds });
    expect(body.terminalGroups).toMatchObject([
      { organizationId, items: [{ timeZone: "03:00:00" }, { timeZone: "03:00:00" }] },
      { organizationId: secondOrganizationId, items: [{ timeZone: "05:00:00" }] },
    ]);
  });

  it("says which groups are alive, and nothing about unknown groups or those of others", () => {
    const terminalGroupIds = [
      liveGroup,
      groupId("Касса на ремонте"),
      groupId("Кухня на Жаровой"),
      foreignId,
    ];
    const { body } = ask("/api/1/terminal_groups/is_alive", {
      organizationIds: [organizationId],
      terminalGroupIds,
    });
    expect(body.isAliveStatus).toEqual([
      { isAlive: true, terminalGroupId: liveGroup, organizationId },
      { isAlive: false, terminalGroupId: groupId("Касса на ремонте"), organizationId },
    ]);
  });
});

describe("stop lists of the sandbox", () => {
  const check = (items: object[]) =>
    ask("/api/1/stop_lists/check", { organizationId, terminalGroupId: liveGroup, items }).body
      .rejectedItems;
  const rejected = (name: string) => [
    expect.objectContaining({ productId: productId(name) }) as unknown,
  ];

  it("nests the rows under terminal groups, and names sizes only on demand", () => {
    const sizeIds = (returnSize: boolean) => {
      const { body } = ask("/api/1/stop_lists", { organizationIds: [organizationId], returnSize });
      const [organization] = body.terminalGroupStopLists as {
        items: { items: { sizeId: string | null }[] }[];
      }[];
      return organization!.items[0]!.items.map(({ sizeId }) => sizeId).filter(
        (sizeId) => sizeId !== null,
      );
    };
    expect(sizeIds(true)).toHaveLength(1);
    expect(sizeIds(false)).toHaveLength(0);
  });

  it("rejects what is sold out and what exceeds the remainder, adding up the lines", () => {
    expect(check([line])).toEqual(rejected("Том ям с креветками"));
    const cake = { type: "Product", productId: productId("Медовик"), amount: 2 };
    expect(check([cake])).toBeUndefined();
    expect(check([cake, cake])).toEqual(rejected("Медовик"));
  });

  it("takes the size and the options of a line into account", () => {
    const products = demoRestaurant.categories.flatMap(({ products }) => products);
    const prosciutto = products.find(({ name }) => name === "Прошутто и руккола")!;
    const slice = (code: string) => ({
      type: "Product",
      productId: prosciutto.id,
      productSizeId: prosciutto.sizes.find((size) => size.code === code)!.id,
      amount: 3,
    });
    expect(check([slice("30")])).toBeUndefined();
    expect(check([slice("35")])).toEqual(rejected("Прошутто и руккола"));

    const almond = demoRestaurant.stopList.find(({ balance }) => balance < 0)!;
    const latte = { type: "Product", productId: productId("Латте"), amount: 1 };
    expect(
      check([{ ...latte, modifiers: [{ productId: almond.productId, amount: 1 }] }]),
    ).toHaveLength(1);
    expect(check([latte])).toBeUndefined();
  });
});
