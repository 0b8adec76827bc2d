import { type StopList } from "../../src/domain/catalogue/stop-list";
import { priceBasket, type WantedLine } from "../../src/domain/checkout/pricing";
import {
  aMenuSnapshot,
  anOption,
  anOptionGroup,
  aPizza,
  aProduct,
} from "../support/a-menu-snapshot";
import { aWantedLine } from "../support/a-new-order";
import { anEntry, aStopList } from "../support/a-stop-list";

const MENU = aMenuSnapshot([aProduct({ article: "301", name: "Borscht" }), aPizza]);
const DOUGH = [{ article: "701", quantity: 1000 }];

function pizza(overrides: Partial<WantedLine> = {}): WantedLine {
  return aWantedLine({ article: "64", options: DOUGH, ...overrides });
}

function errorsOf(stopList: StopList, ...lines: WantedLine[]) {
  return priceBasket(MENU, lines, "REJECT", stopList).userErrors.map(({ code, field, item }) => {
    return [code, field?.slice(2).join("."), item?.article, item?.availableAmount];
  });
}

describe("A basket on a stop list", () => {
  it("is refused for everything that is sold out, line by line and all at once", () => {
    const stopList = aStopList(anEntry("pos-301"), anEntry("pos-64", { balance: -1000 }));
    expect(errorsOf(stopList, aWantedLine(), pizza())).toEqual([
      ["ITEM_UNAVAILABLE", "0.quantity", "301", 0],
      ["ITEM_UNAVAILABLE", "1.quantity", "64", 0],
    ]);
  });

  it("may have what is left and no more, across all its lines", () => {
    const stopList = aStopList(anEntry("pos-301", { balance: 2500 }));
    expect(errorsOf(stopList, aWantedLine({ quantity: 2500 }))).toEqual([]);
    expect(errorsOf(stopList, aWantedLine({ quantity: 2600 }))).toEqual([
      ["ITEM_UNAVAILABLE", "0.quantity", "301", 2500],
    ]);
    const twice = [aWantedLine({ quantity: 1500 }), aWantedLine({ quantity: 1500 }), aWantedLine()];
    expect(errorsOf(stopList, ...twice)).toEqual([["ITEM_UNAVAILABLE", "1.quantity", "301", 1000]]);
  });

  it("counts a limit for all sizes across them, and a size's own limit separately", () => {
    const both = [pizza({ sizeId: "small" }), pizza({ sizeId: "large" })];
    expect(errorsOf(aStopList(anEntry("pos-64", { balance: 1000 })), ...both)).toEqual([
      ["ITEM_UNAVAILABLE", "1.quantity", "64", 0],
    ]);
    const small = aStopList(anEntry("pos-64", { posSizeId: "pos-small", balance: 1000 }));
    expect(errorsOf(small, ...both)).toEqual([]);
    expect(errorsOf(small, pizza({ sizeId: "small", quantity: 2000 }))).toEqual([
      ["ITEM_UNAVAILABLE", "0.quantity", "64", 1000],
    ]);
  });

  it("is refused for an option, counted as often as the line is ordered", () => {
    const stopList = aStopList(anEntry("pos-option-501", { balance: 3000 }));
    const sauced = (sauces: number, quantity: number) =>
      pizza({ quantity, options: [...DOUGH, { article: "501", quantity: sauces * 1000 }] });
    expect(errorsOf(stopList, sauced(1, 3000))).toEqual([]);
    expect(errorsOf(stopList, sauced(2, 2000))).toEqual([
      ["ITEM_UNAVAILABLE", "0.options", "501", 3000],
    ]);
  });

  it("says so in Russian and English", () => {
    const [gone] = priceBasket(
      MENU,
      [aWantedLine()],
      "REJECT",
      aStopList(anEntry("pos-301")),
    ).userErrors;
    expect(gone?.message).toEqual({
      ru: "«Borscht» сейчас нет в наличии",
      en: '"Borscht" is sold out',
    });
    const few = aStopList(anEntry("pos-301", { balance: 500 }));
    const [limited] = priceBasket(MENU, [aWantedLine()], "REJECT", few).userErrors;
    expect(limited?.message).toEqual({
      ru: "«Borscht»: осталось только 0.5",
      en: 'Only 0.5 of "Borscht" left',
    });
  });

  it.each([
    [
      1000,
      "«Borscht»: всё, что осталось, уже в этом заказе",
      'The last of "Borscht" is in this order already',
    ],
    [1500, "«Borscht»: сверх уже заказанного осталось 0.5", 'Only 0.5 more of "Borscht" left'],
  ])("says of %i thousandths that an earlier line takes the rest", (balance, ru, en) => {
    const stopList = aStopList(anEntry("pos-301", { balance }));
    const { userErrors } = priceBasket(MENU, [aWantedLine(), aWantedLine()], "REJECT", stopList);
    expect(userErrors.map(({ message }) => message)).toEqual([{ ru, en }]);
  });
});

describe("A dish of two halves on a stop list", () => {
  const sauces = [anOptionGroup({ options: [anOption({ article: "501" })] })];
  const half = (article: string) => aProduct({ article, compound: true, optionGroups: sauces });
  const menu = aMenuSnapshot([half("71"), half("72")]);
  const secondHalf = { article: "72", options: [{ article: "501", quantity: 1000 }] };
  const faultsWith = (stopList: StopList, quantity = 1000) => {
    const { userErrors } = priceBasket(
      menu,
      [aWantedLine({ article: "71", quantity, secondHalf })],
      "REJECT",
      stopList,
    );
    return userErrors.map(({ field, item }) => [
      field?.slice(3).join("."),
      item?.article,
      item?.availableAmount,
    ]);
  };

  it("counts half a portion of each dish, and half of each one's options", () => {
    const entries = ["pos-71", "pos-72", "pos-option-501"].map((id) =>
      anEntry(id, { balance: 500 }),
    );
    expect(faultsWith(aStopList(...entries))).toEqual([]);
    expect(faultsWith(aStopList(...entries), 2000)).toEqual([
      ["quantity", "71", 500],
      ["secondHalf.article", "72", 500],
      ["secondHalf.options", "501", 500],
    ]);
  });

  it("says which half is sold out", () => {
    expect(faultsWith(aStopList(anEntry("pos-72")))).toEqual([["secondHalf.article", "72", 0]]);
  });
});
