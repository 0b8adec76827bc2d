import { eventually } from "../support/eventually";
import { WholeGateway } from "../support/whole-gateway";

const MENU = `query ($id: ID!) { menu(branchId: $id) { revision sections { name } } }`;

let gateway: WholeGateway;
let branchId: string;
beforeAll(async () => {
  gateway = await WholeGateway.start();
  branchId = await gateway.demoBranchId();
  // Nothing is shared until the branch's menu is in memory.
  await sharingOf(MENU);
});
afterAll(() => gateway.stop());

async function sharingOf(query: string, credential?: string) {
  const search = new URLSearchParams({ query, variables: JSON.stringify({ id: branchId }) });
  const headers = {
    "apollo-require-preflight": "1",
    ...(credential && { authorization: `Bearer ${credential}` }),
  };
  const response = await fetch(`${gateway.url}/graphql?${search.toString()}`, { headers });
  await response.text();
  return response.headers.get("cache-control");
}

describe("A guest's answer is shared with all guests", () => {
  it.each([
    ["a menu", MENU],
    [
      "products",
      `query ($id: ID!) { products(branchId: $id, search: "пицца") { edges { node { section { slug } } } } }`,
    ],
    [
      "sections and a menu",
      `query ($id: ID!) { sections(branchId: $id) { nodes { name } } ${MENU.slice(18, -1)}}`,
    ],
  ])("for %s", async (_, query) => {
    expect(await sharingOf(query)).toBe("public, max-age=5");
  });
});

describe("A guest's answer is for that guest alone", () => {
  it.each([
    [
      "what a branch accepts right now",
      `query ($id: ID!) { menu(branchId: $id) { branch { acceptingDelivery } } }`,
    ],
    [
      "a menu beside other things",
      `query ($id: ID!) { branch(id: $id) { name } ${MENU.slice(18, -1)}}`,
    ],
    ["an order", `query { trackedOrder(token: "x") { number } }`],
  ])("for %s", async (_, query) => {
    expect(await sharingOf(query)).toBe("no-store");
  });
});

it("An operator's menu is for that operator alone", async () => {
  expect(await sharingOf(MENU, gateway.adminKey)).toBe("no-store");
});

it("A change of the catalogue appears in shared answers, too", async () => {
  const read = async () =>
    (await gateway.ask<{ menu: { sections: { name: string }[] } }>(MENU, { id: branchId })).data
      .menu;
  await read();
  const create = `mutation ($id: ID!) { createSection(branchId: $id, name: "Новинки") { userErrors { code } } }`;
  await gateway.ask(create, { id: branchId }, gateway.adminKey);
  await eventually(async () => (await read()).sections.some(({ name }) => name === "Новинки"));
});
