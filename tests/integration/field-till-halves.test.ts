import { type RequestedItem } from "../../sandbox/orders/create-request";
import { lineSum, toOrderLine } from "../../sandbox/orders/order-lines";
import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { toItems } from "../../src/adapters/iiko/orders/map-items";
import { priceBasket } from "../../src/domain/checkout/pricing";
import { currencyStep } from "../../src/domain/money/currency";
import { type Kopecks } from "../../src/domain/money/money";
import { HalfPrices } from "../../src/domain/ticket/half-prices";
import {
  aMenuSnapshot,
  anOption,
  anOptionGroup,
  aProduct,
  aSize,
} from "../support/a-menu-snapshot";
import { anOrderTicket } from "../support/an-order-ticket";
import { iikoBody } from "../support/iiko-body";

/**
 * Odd, even, free, whole and fractional prices; some are finer than what tills of a whole-unit
 * currency can calculate with.
 */
const PRICES: readonly Kopecks[] = [0, 1, 99, 100, 101, 12_345, 199_500, 199_501, 200_000, 333_333];

/** A dish of two halves as it is sold, each with two units of an option. */
function halves(
  currencyCode: string,
  first: Kopecks,
  second: Kopecks,
  option: Kopecks,
  quantity: number,
) {
  const dish = (article: string, price: Kopecks) =>
    aProduct({
      article,
      compound: true,
      sizes: [aSize({ id: `size-${article}`, price })],
      optionGroups: [anOptionGroup({ options: [anOption({ price: option })] })],
    });
  const menu = { ...aMenuSnapshot([dish("71", first), dish("72", second)]), currencyCode };
  const options = [{ article: "501", quantity: 2000 }];
  const line = {
    article: "71",
    sizeId: null,
    quantity,
    options,
    comment: null,
    expectedUnitPrice: null,
  };
  const { lines, userErrors } = priceBasket(menu, [
    { ...line, secondHalf: { article: "72", options } },
  ]);
  expect(userErrors).toEqual([]);
  return lines[0]!;
}

/**
 * How a till computes the line: either it adds the halves up, or it counts each as half a portion.
 */
function sumInTill(
  line: ReturnType<typeof halves>,
  currencyCode: string,
  mode: HalfPrices,
): Kopecks {
  const [item] = toItems(anOrderTicket({ lines: [line], currencyCode }), true, mode);
  const restaurant = { ...demoRestaurant, halvesAreHalved: mode === HalfPrices.WHOLE };
  return Math.round(lineSum(toOrderLine(restaurant, item as RequestedItem)) * 100);
}

describe("a dish of two halves", () => {
  it.each(Object.values(HalfPrices))(
    "costs in the POS what the guest was shown, in every currency: %s",
    (mode) => {
      const different: string[] = [];
      for (const currencyCode of Intl.supportedValuesOf("currency")) {
        for (const [index, first] of PRICES.entries()) {
          const [second, option] = [
            PRICES[(index * 7 + 3) % PRICES.length]!,
            PRICES[(index * 3 + 1) % PRICES.length]!,
          ];
          for (const quantity of [1000, 2000, 3000]) {
            const line = halves(currencyCode, first, second, option, quantity);
            const inTill = sumInTill(line, currencyCode, mode);
            if (inTill !== line.total || line.total % currencyStep(currencyCode) !== 0)
              different.push(
                `${currencyCode} ${first} ${second} ${option} × ${quantity}: ${line.total} ${inTill}`,
              );
          }
        }
      }
      expect(different).toEqual([]);
    },
  );

  it("would cost twice or half as much if the branch's setting did not match the POS", () => {
    const line = halves("RUB", 65_000, 85_000, 4_000, 1000);
    const [item] = toItems(anOrderTicket({ lines: [line] }), true, HalfPrices.WHOLE);
    expect(lineSum(toOrderLine(demoRestaurant, item as RequestedItem)) * 100).toBe(2 * line.total);
  });

  it("is sent as its branch has chosen, and halved by default", () => {
    const line = halves("KZT", 199_500, 200_000, 0, 1000);
    const pricesWith = (at: object) => {
      const [item] = iikoBody({ lines: [line], currencyCode: "KZT" }, at).order.items;
      return item?.type === "Compound"
        ? [item.primaryComponent.price, item.secondaryComponent?.price]
        : [];
    };
    const nothing = { deliveryOrderTypeId: null, pickupOrderTypeId: null, marketingSourceId: null };
    expect(pricesWith({})).toEqual([998, 1000]);
    expect(pricesWith({ orderTerms: { ...nothing, halfPrices: HalfPrices.HALVED } })).toEqual([
      998, 1000,
    ]);
    expect(pricesWith({ orderTerms: { ...nothing, halfPrices: HalfPrices.WHOLE } })).toEqual([
      1996, 2000,
    ]);
  });
});
