import { priceBasket, type WantedLine } from "../../src/domain/pricing";
import { type StopList } from "../../src/domain/stop-list";
import { aWantedLine } from "../support/a-new-order";
import { aMenuSnapshot, aPizza, aProduct } from "../support/a-menu-snapshot";
import { anEntry, aStopList } from "../support/a-stop-list";

const MENU = aMenuSnapshot([aProduct({ article: "301", name: "Borscht" }), aPizza]);
const DOUGH = [{ article: "701", quantity: 1000 }];

function pizza(overrides: Partial<WantedLine> = {}): WantedLine {
  return aWantedLine({ article: "64", options: DOUGH, ...overrides });
}

function faultsOf(stopList: StopList, ...lines: WantedLine[]) {
  return priceBasket(MENU, lines, "REJECT", stopList).faults.map(({ code, field, item }) => {
    return [code, field?.slice(2).join("."), item?.article, item?.availableAmount];
  });
}

describe("A basket on a stop list", () => {
  it("is refused for what is sold out, line by line and all at once", () => {
    const stopList = aStopList(anEntry("pos-301"), anEntry("pos-64", { balance: -1000 }));
    expect(faultsOf(stopList, aWantedLine(), pizza())).toEqual([
      ["ITEM_UNAVAILABLE", "0.quantity", "301", 0],
      ["ITEM_UNAVAILABLE", "1.quantity", "64", 0],
    ]);
  });

  it("may have what is left and no more, over all its lines", () => {
    const stopList = aStopList(anEntry("pos-301", { balance: 2500 }));
    expect(faultsOf(stopList, aWantedLine({ quantity: 2500 }))).toEqual([]);
    expect(faultsOf(stopList, aWantedLine({ quantity: 2600 }))).toEqual([
      ["ITEM_UNAVAILABLE", "0.quantity", "301", 2500],
    ]);
    const twice = [aWantedLine({ quantity: 1500 }), aWantedLine({ quantity: 1500 }), aWantedLine()];
    expect(faultsOf(stopList, ...twice)).toEqual([["ITEM_UNAVAILABLE", "1.quantity", "301", 1000]]);
  });

  it("counts a limit of all sizes over all sizes, and a size's own by itself", () => {
    const both = [pizza({ sizeId: "small" }), pizza({ sizeId: "large" })];
    expect(faultsOf(aStopList(anEntry("pos-64", { balance: 1000 })), ...both)).toEqual([
      ["ITEM_UNAVAILABLE", "1.quantity", "64", 0],
    ]);
    const small = aStopList(anEntry("pos-64", { posSizeId: "pos-small", balance: 1000 }));
    expect(faultsOf(small, ...both)).toEqual([]);
    expect(faultsOf(small, pizza({ sizeId: "small", quantity: 2000 }))).toEqual([
      ["ITEM_UNAVAILABLE", "0.quantity", "64", 1000],
    ]);
  });

  it("is refused for an option, as often as the line is wanted", () => {
    const stopList = aStopList(anEntry("pos-option-501", { balance: 3000 }));
    const sauced = (sauces: number, quantity: number) =>
      pizza({ quantity, options: [...DOUGH, { article: "501", quantity: sauces * 1000 }] });
    expect(faultsOf(stopList, sauced(1, 3000))).toEqual([]);
    expect(faultsOf(stopList, sauced(2, 2000))).toEqual([["ITEM_UNAVAILABLE", "0.options", "501", 3000]]);
  });

  it("says so in Russian and English", () => {
    const [gone] = priceBasket(MENU, [aWantedLine()], "REJECT", aStopList(anEntry("pos-301"))).faults;
    expect(gone?.message).toEqual({ ru: "«Borscht» сейчас нет в наличии", en: '"Borscht" is sold out' });
    const few = aStopList(anEntry("pos-301", { balance: 500 }));
    const [limited] = priceBasket(MENU, [aWantedLine()], "REJECT", few).faults;
    expect(limited?.message).toEqual({ ru: "«Borscht»: осталось только 0.5", en: 'Only 0.5 of "Borscht" left' });
  });
});
