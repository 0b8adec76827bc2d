import { readPrice } from "../../src/adapters/iiko/menu/reading/menu-reading";

describe("menu prices", () => {
  it("agree with decimal arithmetic for every kopeck of the first ten thousand roubles", () => {
    for (let kopecks = 0; kopecks <= 1_000_000; kopecks++) {
      if (readPrice(kopecks / 100) !== kopecks)
        throw new Error(`${kopecks} kopecks are read wrong`);
    }
  });
});
