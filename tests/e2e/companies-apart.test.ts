import { anotherCompany, type CompanyCallers, textFor } from "../support/company-callers";
import { demoOrderInput, placeOrder } from "../support/demo-order";
import { eventually } from "../support/eventually";
import { OWNER_PHONE } from "../support/scope-rows";
import { WholeGateway } from "../support/whole-gateway";

let gateway: WholeGateway;
let sushi: CompanyCallers;
let pizzaBranchId: string;

beforeAll(async () => {
  gateway = await WholeGateway.start({ publicMutationBurst: 0 });
  pizzaBranchId = await gateway.demoBranchId();
  sushi = await anotherCompany(gateway);
});
afterAll(() => gateway.stop());

async function dataFor<Data>(headers: Record<string, string>, query: string): Promise<Data> {
  const text = await textFor(gateway, headers, query);
  return (JSON.parse(text.slice(4)) as { data: Data }).data;
}

const asPlatform = <Data>(query: string) =>
  dataFor<Data>({ authorization: `Bearer ${gateway.adminKey}` }, query);

interface Branches {
  readonly branches: { readonly nodes: readonly { readonly id: string }[] };
}

const BRANCHES = "{ branches { nodes { id } } }";
const idsOf = ({ branches }: Branches) => branches.nodes.map(({ id }) => id);

describe("A storefront", () => {
  it("that names no company lists the branches of the first one, as it did before there were others", async () => {
    expect(idsOf(await dataFor({}, BRANCHES))).toEqual([pizzaBranchId]);
  });

  it("names its company by key, or by an argument", async () => {
    const argument = `{ branches(companyId: "${sushi.companyId}") { nodes { id } } }`;
    expect(idsOf(await dataFor(sushi.headers.storefront, BRANCHES))).toEqual([sushi.branchId]);
    expect(idsOf(await dataFor({}, argument))).toEqual([sushi.branchId]);
  });

  it("is refused with a key that belongs to no company", async () => {
    const text = await textFor(gateway, { "x-company-key": `rrp_${"A".repeat(32)}` }, BRANCHES);
    expect(text).toMatch(/^401 .*UNAUTHENTICATED/);
  });

  it("sees none of the answers that another company's guests share", async () => {
    const menu = `{ products(branchId: "${pizzaBranchId}", first: 1) { nodes { id } } }`;
    const shared = await textFor(gateway, {}, menu);
    expect(shared).toMatch(/^200 .*"nodes":\[\{/);
    expect(await textFor(gateway, {}, menu)).toBe(shared);
    expect(await textFor(gateway, sushi.headers.storefront, menu)).toContain("NOT_FOUND");
  });

  it("names its company by its site, which may call the gateway from then on", async () => {
    const origin = "https://sushi.example";
    const save = `mutation { saveCompany(id: "${sushi.companyId}", input: { origins: ["HTTPS://Sushi.example/"] }) {
      company { origins } userErrors { code } } }`;
    expect(await asPlatform(save)).toEqual({
      saveCompany: { company: { origins: [origin] }, userErrors: [] },
    });
    await eventually(async () => {
      const { headers } = await gateway.post({ query: BRANCHES }, { origin });
      return headers.get("access-control-allow-origin") === origin;
    }, 20_000);
    expect(idsOf(await dataFor({ origin }, BRANCHES))).toEqual([sushi.branchId]);
    const other = `mutation { createCompany(input: { name: "Third", origins: ["${origin}", "nowhere"] }) {
      company { id } userErrors { code field } } }`;
    expect(await asPlatform(other)).toEqual({
      createCompany: {
        company: null,
        userErrors: [
          { code: "CONFLICT", field: ["input", "origins", "0"] },
          { code: "INVALID", field: ["input", "origins", "1"] },
        ],
      },
    });
  });
});

describe("A company's administrator", () => {
  it("creates branches and keys only for that company, and no companies", async () => {
    const { admin } = sushi.headers;
    const made = await dataFor<{ createBranch: { branch: { companyId: string } } }>(
      admin,
      `mutation { createBranch(input: { name: "Second", timeZone: "Europe/Moscow" }) { branch { companyId } } }`,
    );
    expect(made.createBranch.branch.companyId).toBe(sushi.companyId);
    expect(await textFor(gateway, admin, "{ companies { nodes { id } } }")).toContain(
      sushi.companyId,
    );
    const third = 'mutation { createCompany(input: { name: "Third" }) { userErrors { code } } }';
    expect(await textFor(gateway, admin, third)).toContain("FORBIDDEN");
  });

  it("sees a branch created a moment ago, and has the company's own idempotency keys", async () => {
    const create = `mutation { createBranch(input: { name: "Once", timeZone: "Europe/Moscow", idempotencyKey: "once" }) {
      branch { id companyId } userErrors { code } } }`;
    type Made = { createBranch: { branch: { id: string; companyId: string } } };
    const ofPizza = await asPlatform<Made>(create);
    const ofSushi = await dataFor<Made>(sushi.headers.admin, create);
    expect(ofSushi.createBranch.branch.companyId).toBe(sushi.companyId);
    expect(ofSushi.createBranch.branch.id).not.toBe(ofPizza.createBranch.branch.id);
    expect(await dataFor<Made>(sushi.headers.admin, create)).toEqual(ofSushi);
    const branches = await dataFor<Branches>(sushi.headers.operator, BRANCHES);
    expect(idsOf(branches)).toContain(ofSushi.createBranch.branch.id);
    expect(idsOf(branches)).not.toContain(ofPizza.createBranch.branch.id);
  });
});

describe("A phone in two companies", () => {
  it("is two guests, and is exported and erased in one of them", async () => {
    const input = await demoOrderInput(gateway, pizzaBranchId, {
      customer: { name: "Owner", phone: OWNER_PHONE },
    });
    const placed = await placeOrder(gateway, input);
    expect(placed.data.createOrder.userErrors).toEqual([]);
    const [ofPizza, ofSushi] = await Promise.all(
      [
        { authorization: `Bearer ${await gateway.customerToken(OWNER_PHONE)}` },
        sushi.headers.guest,
      ].map((headers) =>
        dataFor<{ me: { id: string; orders: { nodes: object[] } } }>(
          headers,
          "{ me { id orders { nodes { id } } } }",
        ),
      ),
    );
    expect(ofPizza?.me.orders.nodes).toHaveLength(1);
    expect(ofSushi?.me.orders.nodes).toEqual([]);
    expect(ofSushi?.me.id).not.toBe(ofPizza?.me.id);
    const told = `mutation { exportCustomer(phone: "${OWNER_PHONE}") { page { totalOrders } }
      eraseCustomer(phone: "${OWNER_PHONE}") { erasedOrders userErrors { code } } }`;
    expect(await dataFor(sushi.headers.admin, told)).toEqual({
      exportCustomer: { page: { totalOrders: 0 } },
      eraseCustomer: { erasedOrders: 0, userErrors: [] },
    });
  });

  it("needs a token that names an existing company", async () => {
    for (const company of ["sushi", "00000000-0000-4000-8000-000000000000"]) {
      const token = await gateway.customerToken(OWNER_PHONE, 600, { company });
      const text = await textFor(gateway, { authorization: `Bearer ${token}` }, "{ me { id } }");
      expect(text).toMatch(/^401 .*UNAUTHENTICATED/);
    }
  });
});
