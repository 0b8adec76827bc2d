import { type SaleHours } from "../../src/domain/catalogue/sale-hours";
import { publicMenuOf } from "../../src/resolvers/catalogue/public-menu";
import { FollowAvailability } from "../../src/subscriptions/follow-availability";
import { aPosCategory, aPosItem } from "../support/a-pos-menu";
import { ANYBODY } from "../support/catalogue-api";
import { productsIn, StopListFixture } from "../support/stop-list-fixture";

const OMELETTE = "00064";
const SOUP = "00100";
const MENU = aPosCategory({ items: [aPosItem(), aPosItem({ article: SOUP, name: "Суп" })] });
const FROM_EIGHT: SaleHours = {
  menu: [],
  products: [{ periods: [{ days: [], from: 480, to: 660 }], posProductIds: [`pos-${OMELETTE}`] }],
};

describe("breakfast on a menu with hours", () => {
  let fixture: StopListFixture;
  let branchId: string;
  let day: string;

  beforeAll(async () => {
    fixture = await StopListFixture.start();
  });
  afterAll(() => fixture.stop());

  beforeEach(async () => {
    const { catalogue } = fixture;
    day = catalogue.clock.dayIn(1);
    catalogue.clock.turnTo(moscow("09:00"));
    catalogue.pos.saleHours = FROM_EIGHT;
    const place = await catalogue.branchWith(MENU);
    await catalogue.importAll(place, OMELETTE, SOUP);
    await fixture.connect(place.branchId, { organizationId: place.branchId });
    branchId = place.branchId;
  });

  /**
   * A time on the day of the test: each test has a separate day, because a clock never goes back.
   */
  const moscow = (time: string, days = 0) =>
    new Date(Date.parse(`${day}T${time}:00+03:00`) + days * 86_400_000);
  const shown = async () => (await fixture.catalogue.shownMenus.get(branchId))!;
  const omelette = async () => productsIn(publicMenuOf(await shown()))[0]!.availability;

  it("is sold during its hours, and afterwards shown with the time it returns", async () => {
    expect(await omelette()).toMatchObject({ available: true, until: null });
    fixture.catalogue.clock.turnTo(moscow("11:00"));
    expect(await omelette()).toMatchObject({
      available: false,
      reason: "OUTSIDE_HOURS",
      until: moscow("08:00", 1),
    });
    expect(await fixture.unavailable(branchId)).toEqual([OMELETTE]);
  });

  it("gives the menu a new revision in the minute it goes, and not before", async () => {
    const { shownMenus, clock } = fixture.catalogue;
    const [menu, tag] = [await shown(), shownMenus.revisionOf(branchId)];
    clock.turnTo(moscow("10:59"));
    expect(await shown()).toBe(menu);
    clock.turnTo(moscow("11:00"));
    expect(shownMenus.revisionOf(branchId)).not.toBe(tag);
    expect((await shown()).revision).not.toBe(menu.revision);
  });

  it("goes and returns through availabilityChanged, even if nothing else happens meanwhile", async () => {
    const stream = await new FollowAvailability(fixture.catalogue.shownMenus).of(ANYBODY, branchId);
    fixture.catalogue.clock.turnTo(moscow("11:00"));
    expect(await stream.next()).toMatchObject({ value: { article: OMELETTE } });
    expect(await omelette()).toMatchObject({ available: false });
    fixture.catalogue.clock.turnTo(moscow("08:00", 1));
    expect(await stream.next()).toMatchObject({ value: { article: OMELETTE } });
    expect(await omelette()).toMatchObject({ available: true });
    await stream.return();
  });

  it("has new hours as soon as the menu is read again, and none without a POS", async () => {
    const { catalogue } = fixture;
    catalogue.clock.turnTo(moscow("12:00"));
    expect(await fixture.unavailable(branchId)).toEqual([OMELETTE]);
    catalogue.pos.saleHours = { menu: [], products: [] };
    await catalogue.refresh(branchId, MENU);
    await fixture.lacks(branchId);
    catalogue.pos.saleHours = FROM_EIGHT;
    await catalogue.refresh(branchId, MENU);
    await fixture.lacks(branchId, OMELETTE);
    await fixture.connect(branchId, { pos: "NONE" });
    await fixture.lacks(branchId);
  });

  it("follows another clock as soon as the branch has one", async () => {
    const { catalogue } = fixture;
    catalogue.clock.turnTo(moscow("12:00"));
    await fixture.connect(branchId, { timeZone: "Europe/London" });
    await fixture.lacks(branchId);
  });
});
