import { findUnguarded } from "../../src/security/auth-checker";
import { ADMIN, BranchGateway, GUEST, operatorOf } from "../support/branch-gateway";
import { FakePosDirectory } from "../support/fake-pos-directory";

const CREATE = `mutation ($input: CreateBranchInput!) {
  createBranch(input: $input) { branch { id name timeZone version acceptingDelivery } userErrors { code field message } }
}`;
let gateway: BranchGateway;
beforeAll(async () => {
  gateway = await BranchGateway.start(new FakePosDirectory({}));
});
afterAll(() => gateway.stop());

describe("createBranch", () => {
  it("opens a branch that is not connected to a POS", async () => {
    const { data } = await gateway.query(CREATE, ADMIN, {
      input: { name: " Arbat ", timeZone: "Asia/Omsk" },
    });
    expect(data.createBranch).toMatchObject({
      branch: { name: "Arbat", timeZone: "Asia/Omsk", version: 1, acceptingDelivery: true },
      userErrors: [],
    });
  });

  it("reports all errors together, in the caller's language", async () => {
    const input = { name: "", timeZone: "+03:00" };
    const { data } = await gateway.query(CREATE, ADMIN, { input }, "ru");
    expect(data.createBranch).toEqual({
      branch: null,
      userErrors: [
        { code: "REQUIRED", field: ["input", "name"], message: "Укажите название" },
        {
          code: "INVALID",
          field: ["input", "timeZone"],
          message: "Нет такого часового пояса. Пример: Europe/Moscow",
        },
      ],
    });
  });

  it("is for administrators", async () => {
    const input = { name: "Arbat", timeZone: "Europe/Moscow" };
    expect((await gateway.query(CREATE, operatorOf(), { input })).errors).toEqual(["Forbidden"]);
    expect((await gateway.query(CREATE, GUEST, { input })).errors).toEqual(["Unauthenticated"]);
  });
});

describe("branches", () => {
  it("shows guests every branch, a page at a time, and a limited key its own", async () => {
    const id = await gateway.createBranch("Only mine");
    const all = await gateway.query(
      `{ branches(first: 1) { nodes { id } pageInfo { hasNextPage } } }`,
      GUEST,
    );
    expect(all.data.branches).toMatchObject({ nodes: [{}], pageInfo: { hasNextPage: true } });

    const mine = await gateway.query(`{ branches { nodes { id } } }`, operatorOf(id));
    expect(mine.data.branches.nodes).toEqual([{ id }]);
  });

  it("comes in pages, each branch once, even after a cursor from the previous release", async () => {
    await Promise.all(["One", "Two", "Three"].map((name) => gateway.createBranch(name)));
    const ask = async (first: number, after: string | null) => {
      const page = "branches(first: $first, after: $after) { nodes { id } pageInfo { endCursor } }";
      const query = `query ($first: Int!, $after: String) { ${page} }`;
      const { data } = await gateway.query(query, GUEST, { first, after });
      return data.branches as { nodes: { id: string }[]; pageInfo: { endCursor: string | null } };
    };
    const all = (await ask(100, null)).nodes;
    const seen: { id: string }[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { nodes, pageInfo }: Awaited<ReturnType<typeof ask>> = await ask(1, after);
      seen.push(...nodes);
      after = pageInfo.endCursor;
      more = nodes.length > 0;
    }
    expect(seen).toEqual(all);
    const former = Buffer.from("p1").toString("base64url");
    expect((await ask(100, former)).nodes).toEqual(all.slice(2));
  });

  it("hides another branch from a limited key, even by id", async () => {
    const [mine, other] = [await gateway.createBranch(), await gateway.createBranch()];
    const source = `query ($id: ID!) { branch(id: $id) { id } }`;
    expect((await gateway.query(source, operatorOf(mine), { id: other })).data).toEqual({
      branch: null,
    });
    expect((await gateway.query(source, operatorOf(mine), { id: mine })).data).toEqual({
      branch: { id: mine },
    });
    expect((await gateway.query(source, GUEST, { id: "no-uuid" })).data).toEqual({ branch: null });
  });

  it("is guarded in every field that asks for it", () => {
    expect(findUnguarded()).toEqual([]);
  });

  it("keeps settings from guests", async () => {
    const id = await gateway.createBranch();
    const source = `query ($id: ID!) { branch(id: $id) { settings { pos } } }`;
    expect((await gateway.query(source, GUEST, { id })).errors).toEqual(["Unauthenticated"]);
    expect((await gateway.query(source, operatorOf(id), { id })).data).toEqual({
      branch: { settings: { pos: "NONE" } },
    });
  });
});

describe("setOrderAcceptance without an end", () => {
  const SET = `mutation ($id: ID!, $delivery: Boolean, $pickup: Boolean) {
    setOrderAcceptance(branchId: $id, delivery: $delivery, pickup: $pickup) {
      branch { acceptingDelivery acceptingPickup version } userErrors { code }
    }
  }`;

  it("closes one of delivery and pickup, and leaves the other", async () => {
    const id = await gateway.createBranch();
    const { data } = await gateway.query(SET, operatorOf(id), { id, delivery: false });
    expect(data.setOrderAcceptance.branch).toEqual({
      acceptingDelivery: false,
      acceptingPickup: true,
      version: 1,
    });
  });

  it("does not know branches that the operator does not work on", async () => {
    const [mine, other] = [await gateway.createBranch(), await gateway.createBranch()];
    const { data } = await gateway.query(SET, operatorOf(mine), { id: other, delivery: false });
    expect(data.setOrderAcceptance).toEqual({ branch: null, userErrors: [{ code: "NOT_FOUND" }] });
  });
});
