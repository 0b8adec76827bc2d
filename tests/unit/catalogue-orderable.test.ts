import { sizeAvailability } from "../../src/domain/catalogue/availability";
import { canBeChosen } from "../../src/domain/catalogue/required-options";
import { NOTHING_STOPPED } from "../../src/domain/catalogue/stop-list";
import { issuesOfBoth } from "../../src/services/catalogue/pos-menu/catalogue-issues";
import { issueText } from "../../src/services/catalogue/pos-menu/issue-text";
import { aMenuSnapshot, anOption, anOptionGroup, aSize } from "../support/a-menu-snapshot";
import { aPosGroup, aPosItem, aPosOption } from "../support/a-pos-menu";
import { imported, sync } from "../support/plan-of";

describe("a group of options", () => {
  const one = anOption({ max: 1 });

  it.each([
    ["has no option left", { min: 1, options: [] }, false],
    [
      "has options that no size sells",
      { min: 1, options: [anOption({ priceBySize: { "size-one": null } })] },
      false,
    ],
    ["has fewer units than it requires", { min: 2, options: [one] }, false],
    ["requires more than it allows", { min: 3, max: 2 }, false],
    [
      "has an option that requires more than the group allows",
      { max: 1, options: [anOption({ min: 2 })] },
      false,
    ],
    ["has enough", { min: 2, options: [one, anOption({ article: "502", max: 1 })] }, true],
    ["requires nothing", { min: 0, options: [] }, true],
  ])("that %s: %#", (_, group, expected) => {
    expect(canBeChosen(anOptionGroup(group), aSize())).toBe(expected);
  });
});

describe("a dish whose required options have left the menu", () => {
  const before = imported(
    aPosItem({ optionGroups: [aPosGroup({ min: 1, options: [aPosOption()] })] }),
  );
  const renewed = aPosItem({
    optionGroups: [aPosGroup({ min: 1, options: [aPosOption({ posProductId: "new" })] })],
  });
  const [change] = sync([before], [renewed]);
  const after = change!.target!;

  it("is not available, and says why", () => {
    expect(sizeAvailability(after, after.sizes[0]!, NOTHING_STOPPED, new Map())).toMatchObject({
      available: false,
      reason: "OPTIONS_MISSING",
    });
  });

  it("is reported by the plan that adopts the prices, and by each later one until its options are imported", () => {
    expect(change).toMatchObject({ action: "UPDATE", reason: { code: "OPTIONS_MISSING" } });
    const [again] = sync([after], [renewed]);
    expect(again).toMatchObject({ action: "UNCHANGED", reason: { code: "OPTIONS_MISSING" } });
    expect(again!.reason!.message.en).toMatch(
      /^«.+» cannot be ordered: .+ Import its options: importSection/,
    );
  });

  it("raises an issue that names the dish, the choice and the import", () => {
    const menu = { issues: [], drift: { vanished: [], renumbered: [] }, heldBack: null };
    const [issue] = issuesOfBoth(menu, new Set([after.article]), aMenuSnapshot([after]));
    expect(issue).toMatchObject({
      code: "OPTIONS_MISSING",
      severity: "WARNING",
      productIds: [after.id],
    });
    const { message, fix } = issueText(issue!);
    expect(message.ru).toContain(`«${after.name}»`);
    expect(message.ru).toContain(`«${after.optionGroups[0]!.name}»`);
    expect(fix.ru).toContain("OPTIONS");
  });
});
