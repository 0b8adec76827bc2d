import { randomUUID } from "node:crypto";

import { createDataSource } from "../../ormconfig";
import { GatewayClient } from "../support/gateway-client";
import { Storefront } from "../support/storefront";
import { WholeGateway } from "../support/whole-gateway";

const CREATE = `mutation Create($input: CreateOrderInput!) { createOrder(input: $input) {
  replayed order { id } userErrors { code field message }
} }`;
const BRANCH = `mutation Create($input: CreateBranchInput!) { createBranch(input: $input) {
  branch { id country version } userErrors { code field }
} }`;
const SAVE = `mutation Save($branchId: ID!, $version: Int!, $input: BranchSettingsInput!) {
  saveBranchSettings(branchId: $branchId, expectedVersion: $version, input: $input, verify: false) {
    branch { country version name settings { statusMap { posStatus status } } } userErrors { code field message }
  }
}`;

interface Created {
  readonly createOrder: {
    readonly replayed: boolean;
    readonly order: { readonly id: string } | null;
    readonly userErrors: readonly {
      readonly code: string;
      readonly field: string[];
      readonly message: string;
    }[];
  };
}

let gateway: WholeGateway;
let client: GatewayClient;
let shop: Storefront;

beforeAll(async () => {
  gateway = await WholeGateway.start();
  client = new GatewayClient(gateway.url);
  shop = await Storefront.of(client);
});

afterAll(async () => {
  await client.close();
  await gateway.stop();
});

/** What no API exposes. */
async function rows<Row>(statement: string, id: string | undefined): Promise<Row[]> {
  const db = await createDataSource(gateway.databaseUrl).initialize();
  try {
    return await db.query<Row[]>(statement, [id]);
  } finally {
    await db.destroy();
  }
}

const asAdmin = <T>(query: string, variables: object) =>
  client.ask<T>(query, variables, gateway.adminKey);
const create = async (input: object) => (await client.ask<Created>(CREATE, { input })).createOrder;
const withPhone = (phone: string) => shop.input({ customer: { name: "Тест Гость", phone } });

describe("a branch", () => {
  it("has the country that its currency implies, unless it is given another one", async () => {
    const made = async (input: object) =>
      (
        await asAdmin<{
          createBranch: { branch: { country: string } | null; userErrors: object[] };
        }>(BRANCH, { input })
      ).createBranch;
    const minsk = await made({ name: "Минск", timeZone: "Europe/Minsk", currencyCode: "BYN" });
    expect(minsk.branch?.country).toBe("BY");
    const other = await made({
      name: "Тбилиси",
      timeZone: "Asia/Tbilisi",
      currencyCode: "USD",
      country: " ge\u200b",
    });
    expect(other.branch?.country).toBe("GE");
    const none = await made({
      name: "Нигде",
      timeZone: "Europe/Minsk",
      currencyCode: "BYN",
      country: "ZZ",
    });
    expect(none).toEqual({
      branch: null,
      userErrors: [{ code: "INVALID", field: ["input", "country"] }],
    });
  });

  it("reads phones by its country, and recognises the POS's statuses in any letter case, and no others", async () => {
    const { branch } = await asAdmin<{ branch: { version: number } }>(
      "query B($id: ID!) { branch(id: $id) { version } }",
      { id: shop.branchId },
    );
    const save = async (version: number, input: object) =>
      (
        await asAdmin<{
          saveBranchSettings: {
            branch: { version: number; country: string; settings: object } | null;
            userErrors: { code: string; field: string[]; message: string }[];
          };
        }>(SAVE, { branchId: shop.branchId, version, input })
      ).saveBranchSettings;
    const saved = await save(branch.version, {
      country: "by",
      statusMap: [
        { posStatus: " onway\u200b", status: "DELIVERED" },
        { posStatus: "COOKINGSTARTED", status: "COOKING" },
      ],
    });
    expect(saved.branch?.country).toBe("BY");
    expect(saved.branch?.settings).toEqual({
      statusMap: [
        { posStatus: "OnWay", status: "DELIVERED" },
        { posStatus: "CookingStarted", status: "COOKING" },
      ],
    });
    const refused = await save(saved.branch?.version ?? 0, {
      statusMap: [
        { posStatus: "Flying", status: "NEW" },
        { posStatus: "OnWay", status: "NEW" },
        { posStatus: "onWAY", status: "NEW" },
      ],
    });
    expect(refused.userErrors.map(({ field }) => field.join("."))).toEqual([
      "input.statusMap.0.posStatus",
      "input.statusMap.2.posStatus",
    ]);
    expect(refused.userErrors[0]?.message).toContain("CookingCompleted");
    const { order } = await create({
      ...(await withPhone("8 029 123-45-67")),
      idempotencyKey: randomUUID(),
    });
    const [stored] = await rows("select customer_phone from orders where id = $1", order?.id);
    expect(stored).toEqual({ customer_phone: "+375291234567" });
    await save(saved.branch?.version ?? 0, { country: "RU", statusMap: null });
  });
});
