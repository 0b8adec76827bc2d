import { randomUUID } from "node:crypto";

import { ANYBODY, API_MENU, CatalogueApi } from "../support/catalogue-api";
import { CatalogueFixture } from "../support/catalogue-fixture";

let fixture: CatalogueFixture;
let api: CatalogueApi;
beforeAll(async () => {
  fixture = await CatalogueFixture.start();
  api = await CatalogueApi.over(fixture);
});
afterAll(() => fixture.stop());

async function importedBranch() {
  const place = await fixture.branchWith(API_MENU);
  await fixture.importAll(place, "00064", "00100");
  return place;
}

describe("Anyone", () => {
  it("reads the whole menu of a branch without a single statement once it is warm", async () => {
    const { branchId } = await importedBranch();
    const query = `query ($branchId: ID!) { menu(branchId: $branchId) { revision asOf stale sections { name slug position
      products { nodes { article name description images { url } sizes { name price { amount currencyCode } isDefault availability { available reason } }
        optionGroups { name min max freeAmount options { article name price { amount } min max byDefault availability { available } } }
        nutrition { energyKcal fats weightGrams allergens } section { slug }
        priceRange { min { amount } max { amount } } availability { available remaining reason since until } } pageInfo { hasNextPage } } } } }`;
    await fixture.shownMenus.get(branchId);
    let answer: unknown;
    const statements = await fixture.countStatements(
      async () => (answer = await api.ask(ANYBODY, query, { branchId })),
    );
    expect(statements).toBe(0);
    expect(answer).toMatchObject({
      data: {
        menu: {
          revision: "2.0",
          stale: false,
          sections: [{ name: "Пицца", slug: "pitstsa", position: 0 }],
        },
      },
    });
    expect(answer).toMatchObject({
      data: { menu: { sections: [{ products: { nodes: expectedProducts() } }] } },
    });
  });

  it("learns whose menu it is, and gets null for a branch that does not exist", async () => {
    const { branchId } = await importedBranch();
    const query = `query ($branchId: ID!) { menu(branchId: $branchId) { branch { name product(article: "00064") { name }
      sections(first: 1) { nodes { name } } } } }`;
    expect(await api.ask(ANYBODY, query, { branchId })).toEqual({
      data: {
        menu: {
          branch: {
            name: "Кафе на Лесной",
            product: { name: "Пицца «Маргарита»" },
            sections: { nodes: [{ name: "Пицца" }] },
          },
        },
      },
    });
    expect(await api.ask(ANYBODY, query, { branchId: randomUUID() })).toEqual({
      data: { menu: null },
    });
  });

  it("finds products by article and by part of the name, ignoring case and ё", async () => {
    const { branchId } = await importedBranch();
    const query = `query ($branchId: ID!, $articles: [String!], $search: String, $first: Int!) {
      products(branchId: $branchId, articles: $articles, search: $search, first: $first) {
        nodes { article } pageInfo { hasNextPage } } }`;
    const found = async (filter: object) =>
      (await api.ask(ANYBODY, query, { branchId, first: 50, ...filter })).data?.products;
    expect(await found({ search: "ТЕПЛЫЙ" })).toMatchObject({ nodes: [{ article: "00100" }] });
    expect(await found({ articles: ["00064", "64"] })).toMatchObject({
      nodes: [{ article: "00064" }],
    });
    expect(await found({ first: 1 })).toEqual({
      nodes: [{ article: "00064" }],
      pageInfo: { hasNextPage: true },
    });
  });

  it.each([
    ["posMenu", `{ posMenu(branchId: "x") { source } }`],
    ["cataloguePlan", `{ cataloguePlan(id: "x") { id } }`],
    [
      "createSection",
      `mutation { createSection(branchId: "x", name: "А") { userErrors { code } } }`,
    ],
    ["refreshPosMenu", `mutation { refreshPosMenu(branchId: "x") { userErrors { code } } }`],
    [
      "applyCataloguePlan",
      `mutation { applyCataloguePlan(planId: "x", idempotencyKey: "k") { userErrors { code } } }`,
    ],
    [
      "importSection",
      `mutation { importSection(input: { branchId: "x", sectionId: "x", articles: [], fields: [] }) { userErrors { code } } }`,
    ],
  ])("may not use %s", async (_, source) => {
    const { errors } = await api.ask(ANYBODY, source);
    expect(errors).toHaveLength(1);
  });
});

function expectedProducts() {
  return [
    {
      article: "00064",
      name: "Пицца «Маргарита»",
      images: [{ url: "https://images.example/margarita.jpg" }],
      sizes: [
        {
          name: "Малая",
          price: { amount: "400.00", currencyCode: "RUB" },
          isDefault: false,
          availability: { available: true, reason: null },
        },
        { name: "Большая", price: { amount: "600.00", currencyCode: "RUB" }, isDefault: true },
      ],
      optionGroups: [
        { name: "Соусы", min: 1, max: 1, options: [{ article: null, price: { amount: "30.00" } }] },
      ],
      nutrition: { energyKcal: "245.5", fats: null, weightGrams: "500", allergens: [] },
      section: { slug: "pitstsa" },
      priceRange: { min: { amount: "430.00" }, max: { amount: "630.00" } },
    },
    {
      article: "00100",
      availability: {
        available: false,
        remaining: null,
        reason: "NOT_PRICED",
        since: null,
        until: null,
      },
      sizes: [{ name: null, price: null, isDefault: true }],
      nutrition: null,
      priceRange: null,
    },
  ];
}
