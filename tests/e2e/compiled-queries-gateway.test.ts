import { type Asked, expectSameAnswers, type Post } from "../support/same-answers";
import { WholeGateway } from "../support/whole-gateway";

describe("A gateway query gets the same answer from graphql-js and from compiled code", () => {
  let gateway: WholeGateway;
  let branchId: string;
  beforeAll(async () => {
    gateway = await WholeGateway.start();
    branchId = await gateway.demoBranchId();
  });
  afterAll(() => gateway.stop());

  const post: Post = (body, headers) => gateway.post(body, headers);

  it("for a whole menu with its scalars, enums and nulls", () =>
    expectSameAnswers(
      post,
      {
        query: `query ($id: ID!) { menu(branchId: $id) { asOf revision branch { id name acceptingDelivery deliveryPausedUntil }
          sections { name products(first: 100) { pageInfo { endCursor } edges { cursor node { __typename article
            description section { slug } sizes { name price { amount currencyCode } isDefault }
            optionGroups { min options { article price { amount } } } nutrition { energyKcal allergens }
            priceRange { min { amount } } } } } } } }`,
        variables: { id: branchId },
      },
      /"currencyCode":"RUB"/,
    ));

  it.each<[string, (id: string) => Asked, RegExp]>([
    [
      "a branch without the right to its settings",
      (id) => ({ query: `{ branch(id: "${id}") { name settings { pos } } }` }),
      /UNAUTHENTICATED|FORBIDDEN/,
    ],
    [
      "a query for operators",
      (id) => ({ query: `{ posMenu(branchId: "${id}") { source } }` }),
      /UNAUTHENTICATED|FORBIDDEN/,
    ],
    [
      "a page that is too long",
      (id) => ({ query: `{ products(branchId: "${id}", first: 101) { nodes { id } } }` }),
      /first must be/,
    ],
    [
      "a branch that does not exist",
      () => ({ query: `{ products(branchId: "x") { nodes { id } } }` }),
      /NOT_FOUND/,
    ],
    [
      "a tracked order that does not exist",
      () => ({ query: `{ trackedOrder(token: "x") { number } }` }),
      /trackedOrder/,
    ],
  ])("for %s", (_, asked, said) => expectSameAnswers(post, asked(branchId), said));

  it("for guests who read Russian", async () => {
    const headers = { "accept-language": "ru-RU,ru;q=0.9" };
    const products = {
      query: `{ products(branchId: "${branchId}", first: 101) { nodes { name } } }`,
    };
    await expectSameAnswers(post, products, /first: от/, headers);
    const settings = { query: `{ branch(id: "${branchId}") { name settings { pos } } }` };
    await expectSameAnswers(post, settings, /"message":"[А-ЯЁ]/, headers);
    const unknown = { query: '{ products(branchId: "y") { nodes { id } } }' };
    await expectSameAnswers(post, unknown, /"message":"[А-ЯЁ]/, headers);
  });

  it("for an operator who reads settings", () =>
    expectSameAnswers(
      post,
      {
        query: `{ branches { nodes { name settings { pos credential { kind } paymentTypes { method } } } } }`,
      },
      /"pos":"SANDBOX"/,
      { authorization: `Bearer ${gateway.adminKey}` },
    ));
});
