import { type SnapshotOptionGroup } from "../../src/domain/catalogue/menu-snapshot";
import { selectOptions } from "../../src/domain/checkout/option-selection";
import { type WantedLine } from "../../src/domain/checkout/pricing";
import { anOption, anOptionGroup, aProduct, aSize } from "../support/a-menu-snapshot";

const SIZE = aSize();
const KETCHUP = anOption({ article: "501", price: 3_000 });
const PESTO = anOption({ article: "502", price: 4_500 });

type WantedOption = WantedLine["options"][number];

function option(article: string, count = 1): WantedOption {
  return { article, quantity: count * 1000 };
}

function choose(groups: readonly SnapshotOptionGroup[], ...wanted: WantedOption[]) {
  const { options, userErrors } = selectOptions(
    aProduct({ optionGroups: groups }),
    SIZE,
    wanted,
    ["input"],
    1,
  );
  return {
    chosen: options.map(
      ({ article, quantity, price }) => `${quantity / 1000} × ${article} at ${price}`,
    ),
    userErrors: userErrors.map(({ code, field }) => `${code} ${field?.join(".") ?? ""}`),
    messages: userErrors.map(({ message }) => message.en),
  };
}

describe("what a guest chooses", () => {
  it("is ordered as chosen", () => {
    const groups = [anOptionGroup({ options: [KETCHUP, PESTO] })];
    expect(choose(groups, option("502", 2))).toMatchObject({
      chosen: ["2 × 502 at 4500"],
      userErrors: [],
    });
  });

  it("can be named by the option's id where it has no article", () => {
    const nameless = anOption({ article: null, id: "option-of-ours" });
    expect(
      choose([anOptionGroup({ options: [nameless] })], option("option-of-ours")).userErrors,
    ).toEqual([]);
  });

  it("is a single entry when an option is named twice, because iiko rejects duplicates", () => {
    const groups = [anOptionGroup({ options: [KETCHUP, PESTO] })];
    expect(choose(groups, option("501"), option("502"), option("501", 2)).chosen).toEqual(
      expect.arrayContaining(["3 × 501 at 3000", "1 × 502 at 4500"]),
    );
  });

  it("is added up for the limit when an option is named twice", () => {
    const groups = [anOptionGroup({ max: 2, options: [KETCHUP] })];
    expect(choose(groups, option("501"), option("501", 2)).userErrors).toEqual([
      "MODIFIER_LIMIT input.options",
    ]);
  });

  it.each([0, 0.5, 1.5, -1])("of %d pieces is refused", (count) => {
    expect(choose([anOptionGroup()], option("501", count)).userErrors).toEqual([
      "INVALID input.options.0.quantity",
    ]);
  });

  it("is refused when the dish does not offer it", () => {
    expect(choose([anOptionGroup()], option("777")).userErrors).toEqual([
      "ITEM_NOT_FOUND input.options.0.article",
    ]);
  });

  it("replaces the defaults of its group", () => {
    const groups = [
      anOptionGroup({ options: [anOption({ article: "501", byDefault: 1 }), PESTO] }),
    ];
    expect(choose(groups, option("502")).chosen).toEqual(["1 × 502 at 4500"]);
  });
});

describe("a group in which the guest chose nothing", () => {
  it("adds nothing when nothing is required", () => {
    expect(choose([anOptionGroup()])).toMatchObject({ chosen: [], userErrors: [] });
  });

  it("adds its defaults, because the POS does not", () => {
    const groups = [
      anOptionGroup({ options: [anOption({ article: "501", byDefault: 2 }), PESTO] }),
    ];
    expect(choose(groups)).toMatchObject({ chosen: ["2 × 501 at 3000"], userErrors: [] });
  });

  it("adds its only option when one is required", () => {
    expect(choose([anOptionGroup({ min: 2, options: [KETCHUP] })]).chosen).toEqual([
      "2 × 501 at 3000",
    ]);
  });

  it("does not add its only option when none is required", () => {
    expect(choose([anOptionGroup({ min: 0, options: [KETCHUP] })]).chosen).toEqual([]);
  });

  it("considers only the options sold with this size when it looks for its only option", () => {
    const small = anOption({ article: "502", priceBySize: { [SIZE.id]: null } });
    expect(choose([anOptionGroup({ min: 1, options: [small, KETCHUP] })]).chosen).toEqual([
      "1 × 501 at 3000",
    ]);
  });

  it("asks for a choice when there are several", () => {
    const groups = [anOptionGroup({ name: "Dough", min: 1, options: [KETCHUP, PESTO] })];
    expect(choose(groups)).toMatchObject({
      userErrors: ["MODIFIER_REQUIRED input.options"],
      messages: ['"Dough": choose at least 1'],
    });
  });
});

describe("limits", () => {
  it("on a group count all its options together", () => {
    const groups = [anOptionGroup({ max: 2, options: [KETCHUP, PESTO] })];
    expect(choose(groups, option("501"), option("502")).userErrors).toEqual([]);
    expect(choose(groups, option("501", 2), option("502")).userErrors).toEqual([
      "MODIFIER_LIMIT input.options",
    ]);
  });

  it("on a group say when too little is chosen", () => {
    const groups = [anOptionGroup({ min: 2, options: [KETCHUP, PESTO] })];
    expect(choose(groups, option("501")).userErrors).toEqual(["MODIFIER_REQUIRED input.options"]);
  });

  it("of 0 mean any number", () => {
    expect(
      choose([anOptionGroup({ max: 0, options: [KETCHUP] })], option("501", 50)).userErrors,
    ).toEqual([]);
  });

  it("on one option apply in addition to those of its group", () => {
    const groups = [
      anOptionGroup({ max: 5, options: [anOption({ article: "501", max: 1 }), PESTO] }),
    ];
    expect(choose(groups, option("501", 2))).toMatchObject({
      userErrors: ["MODIFIER_LIMIT input.options"],
      messages: ['"Option 501": choose at most 1'],
    });
  });

  it("do not require an option that is not sold with this size", () => {
    const unsold = anOption({ article: "501", min: 1, priceBySize: { [SIZE.id]: null } });
    expect(choose([anOptionGroup({ options: [unsold] })]).userErrors).toEqual([]);
  });

  it("on one option say when it is missing", () => {
    const groups = [anOptionGroup({ options: [anOption({ article: "501", min: 1 }), PESTO] })];
    expect(choose(groups, option("502")).messages).toEqual(['"Option 501": choose at least 1']);
  });

  it("on one option say when there is too little of it", () => {
    const groups = [anOptionGroup({ options: [anOption({ article: "501", min: 2 })] })];
    expect(choose(groups, option("501")).messages).toEqual(['"Option 501": choose at least 2']);
  });
});

describe("free units", () => {
  it("of a group go to its options in the order in which they were chosen", () => {
    const groups = [anOptionGroup({ freeAmount: 2, options: [KETCHUP, PESTO] })];
    expect(choose(groups, option("502"), option("501", 2)).chosen).toEqual([
      "1 × 502 at 0",
      "2 × 501 at 1500",
    ]);
  });

  it("make the whole choice free when there are enough", () => {
    const groups = [anOptionGroup({ freeAmount: 5, options: [KETCHUP] })];
    expect(choose(groups, option("501", 3)).chosen).toEqual(["3 × 501 at 0"]);
  });

  it("of the option itself are used before those of its group", () => {
    const groups = [
      anOptionGroup({
        freeAmount: 1,
        options: [anOption({ article: "501", freeAmount: 1 }), PESTO],
      }),
    ];
    expect(choose(groups, option("501", 2), option("502")).chosen).toEqual([
      "2 × 501 at 0",
      "1 × 502 at 4500",
    ]);
  });

  it("never make the guest pay more than is owed when the price does not divide evenly", () => {
    const groups = [
      anOptionGroup({ freeAmount: 1, options: [anOption({ article: "501", price: 100 })] }),
    ];
    expect(choose(groups, option("501", 3)).chosen).toEqual(["3 × 501 at 66"]);
  });
});
