import { DEMO_KEY } from "../../sandbox/credentials";
import { operatorOf } from "../support/branch-gateway";
import { ADMIN, CountedGateway } from "../support/counted-gateway";

const PAGE = `query ($branchIds: [ID!], $first: Int, $after: ID, $next: ID) {
  posKeys(branchIds: $branchIds, first: $first, after: $after) {
    id branches(first: 1, after: $next) { id } branchIds(after: $next)
  }
}`;

interface Page {
  readonly posKeys: readonly {
    readonly id: string;
    readonly branches: readonly { readonly id: string }[];
    readonly branchIds: readonly string[];
  }[];
}

let gateway: CountedGateway;
let shared: readonly string[];

beforeAll(async () => {
  gateway = await CountedGateway.start();
  const other = await addBranch("On the same key", DEMO_KEY);
  shared = [gateway.branchId, other].sort();
  await addBranch("On a key of its own", "another-key");
});

afterAll(() => gateway.stop());

async function addBranch(name: string, apiLogin: string): Promise<string> {
  const place = { name, timeZone: "Europe/Moscow", currencyCode: "RUB" };
  const { id, version } = await gateway.app.createBranch.execute(place);
  await gateway.app.saveBranchSettings.execute(ADMIN, id, version, { apiLogin });
  return id;
}

async function page(variables: Record<string, unknown>, viewer = ADMIN): Promise<Page["posKeys"]> {
  return (await gateway.ask<Page>(viewer, PAGE, variables)).posKeys;
}

describe("A list of POS keys", () => {
  it("comes page by page, each key once", async () => {
    const all = (await page({})).map(({ id }) => id);
    expect(all).toHaveLength(2);
    const [first] = await page({ first: 1 });
    const [second] = await page({ first: 1, after: first?.id });
    expect([first?.id, second?.id]).toEqual(all);
    expect(await page({ first: 1, after: second?.id })).toEqual([]);
    await expect(page({ first: 101 })).rejects.toThrow("first");
  });

  it("shows the branches of a key page by page", async () => {
    const [first, second] = shared;
    const ofShared = { branchIds: shared };
    expect(await page(ofShared)).toMatchObject([{ branches: [{ id: first }], branchIds: shared }]);
    expect(await page({ ...ofShared, next: first })).toMatchObject([
      { branches: [{ id: second }], branchIds: [second] },
    ]);
    await expect(page({ ...ofShared, next: "x" })).rejects.toThrow();
  });

  it("is limited to the branches that are named, and to those of the caller's key", async () => {
    const [first = "", second = ""] = shared;
    const ofSecond = { branchIds: [second.toUpperCase(), "no id"] };
    expect(await page(ofSecond)).toMatchObject([{ branchIds: [second] }]);
    expect(await page(ofSecond, operatorOf(first))).toEqual([]);
    expect(await page({}, operatorOf(first))).toMatchObject([{ branchIds: [first] }]);
  });
});
