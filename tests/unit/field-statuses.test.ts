import { toOrderStatus } from "../../src/adapters/iiko/orders/map-status";
import { POS_STATUSES, posStatusOf } from "../../src/domain/pos/pos-status";

describe("the words of a status map", () => {
  it("are those that iiko has, each with a meaning", () => {
    expect(POS_STATUSES.map(toOrderStatus)).not.toContain(null);
  });

  it.each([
    ["onway", "OnWay"],
    ["COOKINGSTARTED", "CookingStarted"],
    ["deleted", "Deleted"],
    ["WaitCooking", "WaitCooking"],
  ])("%s is %s", (written, status) => {
    expect(posStatusOf(written)).toBe(status);
  });

  it.each(["Flying", "", "ON_THE_WAY", "On Way", "constructor", "__proto__"])(
    "%j is not one of them",
    (written) => {
      expect(posStatusOf(written)).toBeUndefined();
    },
  );
});
