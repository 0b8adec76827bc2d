import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { ADMIN } from "../support/branch-gateway";
import { DemoGateway } from "../support/demo-gateway";
import { restaurant } from "../support/doctor-turns";

const [YAROSLAVL, YEKATERINBURG] = demoRestaurant.organizations;
const KITCHEN = demoRestaurant.terminalGroups.find(
  ({ organizationId, alive }) => organizationId === YEKATERINBURG?.id && alive,
);
const PRICES = `query ($branchId: ID!) { posMenu(branchId: $branchId) {
  items(search: "Маргарита", first: 1) { nodes { sizes { price { amount } } } } } }`;

interface Priced {
  readonly posMenu: {
    readonly items: {
      readonly nodes: readonly { readonly sizes: readonly { readonly price: object | null }[] }[];
    };
  };
}

describe("A branch that takes its menu from another organization", () => {
  let gateway: DemoGateway;
  let branchId: string;

  beforeAll(async () => {
    gateway = await DemoGateway.start();
    branchId = gateway.demoBranchId;
    await restaurant({ menuSoldIn: [YAROSLAVL?.id] })(gateway);
  });

  afterAll(() => gateway.stop());

  const save = async (input: object) => {
    const { branch } = await gateway.ask<{ branch: { version: number } }>(
      "query ($id: ID!) { branch(id: $id) { version } }",
      { id: branchId },
    );
    const place = { ...input, acceptOpenOrders: true };
    await gateway.app.saveBranchSettings.execute(ADMIN, branchId, branch.version, place);
    await gateway.app.refreshPosMenu.execute(branchId);
    const { posMenu } = await gateway.ask<Priced>(PRICES, { branchId });
    return posMenu.items.nodes[0]?.sizes.map(({ price }) => price);
  };

  it("has that organization's prices, when its own sells nothing on the menu", async () => {
    const place = { organizationId: YEKATERINBURG?.id, terminalGroupId: KITCHEN?.id };
    expect(await save(place)).toEqual([null, null, null]);
    const lent = await save({ menuOrganizationId: YAROSLAVL?.id });
    expect(lent).toEqual([expect.anything(), expect.anything(), expect.anything()]);
    const { branch } = await gateway.ask<{ branch: { settings: object } }>(
      "query ($id: ID!) { branch(id: $id) { settings { organizationIdInPos menuOrganizationIdInPos } } }",
      { id: branchId },
    );
    expect(branch.settings).toEqual({
      organizationIdInPos: YEKATERINBURG?.id,
      menuOrganizationIdInPos: YAROSLAVL?.id,
    });
  });

  it("is told by the doctor whose menu it has", async () => {
    const health = `query ($id: ID!) { branch(id: $id) { health { checks { code state message } } } }`;
    const { branch } = await gateway.ask<{
      branch: { health: { checks: { code: string; state: string; message: string }[] } };
    }>(health, { id: branchId });
    const check = branch.health.checks.find(({ code }) => code === "MENU_PUBLISHED");
    expect(check?.state).toBe("OK");
    expect(check?.message).toContain("организации «Пиццерия «Тесто и огонь»»: товаров");
  });
});
