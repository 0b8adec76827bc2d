import { type UserError } from "../../src/domain/errors/user-error";
import { type Refused } from "../../src/errors";
import { aMenuSnapshot, aPizza, aProduct } from "../support/a-menu-snapshot";
import { aNewOrder, aWantedLine } from "../support/a-new-order";
import { OrderFixture } from "../support/order-fixture";

describe("a fraction of a piece", () => {
  let fixture: OrderFixture;
  let branchId: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    branchId = await fixture.branch({ guestOrders: { mostOpenPerPhone: 0 } });
  });
  afterAll(() => fixture.stop());

  const sells = (weighed: ReadonlySet<string> | null) =>
    fixture.sells(aMenuSnapshot([aProduct({ article: "301", name: "Рыба" }), aPizza], branchId), {
      weighed,
    });
  const order = (quantity: number) =>
    fixture.useCases.createOrder.execute(
      aNewOrder(branchId, { lines: [aWantedLine({ quantity })] }),
    );
  const errors = async (quantity: number) => {
    const refused = await order(quantity).then(
      () => null,
      (reason: unknown) => reason as Refused<UserError>,
    );
    return refused?.userErrors ?? [];
  };

  it("is refused for what is not sold by weight, and leaves nothing behind", async () => {
    sells(new Set());
    expect(await errors(1_500)).toMatchObject([
      {
        code: "INVALID",
        field: ["input", "lines", "0", "quantity"],
        message: { ru: "«Рыба» продаётся только целиком" },
      },
    ]);
    expect(await fixture.db.query("select 1 from orders")).toEqual([]);
    expect((await order(2_000)).order.number).toBeTruthy();
  });

  it("is accepted for what is sold by weight, whatever the case of its id", async () => {
    sells(new Set(["pos-301"]));
    expect((await order(350)).order.number).toBeTruthy();
  });

  it("is accepted while the menu of the POS has not been read: the POS decides", async () => {
    sells(null);
    expect((await order(500)).order.number).toBeTruthy();
  });
});
