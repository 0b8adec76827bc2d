import { firstOrganization } from "../../src/adapters/iiko/menu/menu-detect";
import { readMenuAnswer } from "../../src/adapters/iiko/menu/menu-pack";
import { type PackedPosMenu, PosMenuSource } from "../../src/domain/catalogue/pos-menu";
import { PosContractBroken } from "../../src/errors";
import { toTheEnd } from "../support/nasty-texts";

const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

function read(text: string): PackedPosMenu {
  const answer = {
    body: Buffer.from(text),
    organizationId: "1",
    source: PosMenuSource.NOMENCLATURE as const,
  };
  return toTheEnd(() => readMenuAnswer(answer));
}

function dish(change: object = {}) {
  const sizePrices = [{ price: { currentPrice: 100, isIncludedInMenu: true } }];
  return {
    id: "p",
    code: "1",
    name: "Борщ",
    type: "Dish",
    parentGroup: "f0",
    sizePrices,
    ...change,
  };
}

describe("a menu of excessive depth or length", () => {
  it("is read when its folders form a long chain", () => {
    const groups = Array.from({ length: 8_000 }, (_, index) => ({
      id: `f${index}`,
      parentGroup: `f${index + 1}`,
    }));
    expect(read(JSON.stringify({ groups, products: [dish()] })).products).toHaveLength(1);
  });

  it("is read when a dish contains deeply nested lists", () => {
    const text = JSON.stringify({ groups: [], products: [dish({ more: "HERE" })] });
    expect(read(text.replace('"HERE"', nested(100_000))).products).toHaveLength(1);
  });

  it("keeps no name, description, article or picture of excessive length", () => {
    const long = "слово ".repeat(50_000);
    const products = [
      dish({
        name: long,
        description: long,
        code: long,
        imageLinks: [`https://x.example/${long}`],
      }),
    ];
    const { categoriesJson } = read(JSON.stringify({ groups: [], products }));
    expect(categoriesJson.length).toBeLessThan(25_000);
  });

  it("is rejected when it consists of nothing but nested lists", () => {
    expect(() => read(nested(100_000))).toThrow(PosContractBroken);
    expect(firstOrganization(JSON.parse(nested(100_000)))).toBeUndefined();
  });
});
