import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { stableId } from "../../sandbox/restaurant/stable-id";
import { FewAtATime } from "../../src/domain/concurrency/few-at-a-time";
import { type PromotionTerms } from "../../src/domain/promotions/promotion-terms";
import { Fulfilment, type OrderTicket } from "../../src/domain/ticket/order-ticket";
import { PaymentMethod } from "../../src/domain/ticket/payment-method";
import { BranchSettings } from "../../src/entities/branches/branch-settings";
import { type Order } from "../../src/entities/orders/order";
import { OrderLine } from "../../src/entities/orders/order-line";
import { type BranchSettingsChange } from "../../src/services/branches/settings/branch-settings-change";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { orderTicketOf } from "../../src/services/orders/inject/order-ticket-of";
import { aPromotion, giftOf, sumOff } from "../support/a-promotion";
import { ADMIN } from "../support/branch-gateway";
import { dishes, FEE, GENERATED_MENU } from "../support/generated-menu";
import { GeneratedOrders } from "../support/generated-orders";
import { branch, type IikoUnderTest, startIiko } from "../support/iiko-under-test";
import { OrderFixture } from "../support/order-fixture";
import { paymentType } from "../support/sandbox-session";
import { storePromotion } from "../support/stored-promotion";

const BASKETS = 200;
/** As many as one process serves at a time: more would only wait for connections. */
const AT_ONCE = 20;
const SETTINGS: BranchSettingsChange = {
  paymentTypes: [
    {
      method: PaymentMethod.CASH,
      posPaymentTypeId: paymentType("CASH"),
      processedExternally: false,
    },
    {
      method: PaymentMethod.CARD_ON_DELIVERY,
      posPaymentTypeId: paymentType("CARD"),
      processedExternally: false,
    },
    {
      method: PaymentMethod.ONLINE,
      posPaymentTypeId: paymentType("SITE"),
      processedExternally: true,
    },
  ],
  bonusPaymentTypeId: paymentType("BONUS"),
  bonusWalletId: demoRestaurant.guests[0]!.wallets.find(({ name }) => name === "Бонусы")!.id,
  bonusWriteOffLimitPercent: 100,
  universalDiscountId: stableId("discount", "Универсальная скидка для Result.Rest"),
  quotesByPosLoyalty: true,
};
const PROMOTIONS: Record<string, Partial<PromotionTerms>> = {
  SEVEN: { percent: 7 },
  THIRD: { percent: 33 },
  SUM: sumOff(12_345),
  GIFT: giftOf(dishes.find(({ optionGroups }) => optionGroups.length === 0)!.article, 2),
};
const CODES = [[], ["SEVEN"], ["GIFT"], ["SUM", "THIRD"], [], ["GIFT", "SEVEN", "SUM"], []];
const TERMS = { fee: 15_050, freeFrom: 300_000 };

describe("the money of random baskets", () => {
  let fixture: OrderFixture;
  let iiko: IikoUnderTest;
  let branchIds: string[];

  beforeAll(async () => {
    [fixture, iiko] = await Promise.all([OrderFixture.start(), startIiko()]);
    branchIds = [
      await fixture.branch({ ...SETTINGS, delivery: { ...TERMS, posProductId: FEE.id } }),
      await fixture.branch({ ...SETTINGS, delivery: TERMS }),
    ];
    for (const [code, gives] of Object.entries(PROMOTIONS))
      await storePromotion(fixture.db, aPromotion("", { ...gives, branchIds }), code);
    for (const branchId of branchIds) fixture.sells({ ...GENERATED_MENU, branchId });
    const { credential, organizationId } = branch;
    // What the programme knows and gives comes from the sandbox itself.
    fixture.pos.loyaltyAccount = (_key, _organizationId, phone) =>
      iiko.pos.loyaltyAccount(credential, organizationId, phone);
    fixture.pos.loyaltyQuote = (_branch, ticket) => iiko.pos.loyaltyQuote(branch, ticket);
    fixture.pos.knownDiscounts = [
      { posId: SETTINGS.universalDiscountId!, name: "Скидка", kind: "FlexibleSum", takesSum: true },
    ];
  });

  afterAll(() => Promise.all([fixture.stop(), iiko.stop()]));

  /**
   * First quotes the order with the points that it may spend, and then places it for exactly that
   * total.
   */
  async function ordered(order: NewOrder): Promise<Order> {
    const { quoteOrder, createOrder } = fixture.useCases;
    const { bonusMax, ...quote } = await quoteOrder.execute(order, [], ADMIN);
    const bonusToSpend = Math.min(bonusMax, order.bonusToSpend ?? 0);
    const expectedTotal = quote.money.total + quote.money.bonusSpent - bonusToSpend;
    const input = { ...order, quoteId: quote.id, bonusToSpend, expectedTotal };
    return (await createOrder.execute(input, [], ADMIN)).order;
  }

  /** A guest's points may be queried only at certain intervals. */
  function later(order: NewOrder): Promise<Order> {
    fixture.clock.turnTo(new Date(fixture.clock.now().getTime() + 5_000));
    return ordered(order);
  }

  /** What the job that sends orders passes to the till. */
  async function sent(order: Order): Promise<OrderTicket> {
    const { manager } = fixture.db;
    const lines = await manager.find(OrderLine, {
      where: { orderId: order.id },
      order: { position: "ASC" },
    });
    const settings = await manager.findOneByOrFail(BranchSettings, { branchId: order.branchId });
    return orderTicketOf(order, lines, settings);
  }

  it(`is the same for us and in the POS, to the kopeck, for each of ${BASKETS}`, async () => {
    const generated = new GeneratedOrders(3);
    const wanted = Array.from({ length: BASKETS }, (_, count) => {
      const order = generated.newOrder(branchIds[count % 2]!);
      return {
        ...order,
        promoCodes: [...(order.promoCodes ?? []), ...CODES[count % CODES.length]!],
      };
    });
    const guests = new FewAtATime(AT_ONCE);
    const orders = await Promise.all(wanted.map((order) => guests.run(() => later(order))));
    const tickets = new Map(
      await Promise.all(
        orders.map(async (order) => [order.posOrderId, await sent(order)] as const),
      ),
    );
    await Promise.all(
      [...tickets.values()].map((ticket) => guests.run(() => iiko.pos.submitOrder(branch, ticket))),
    );
    await iiko.decided();
    const till = new Map(iiko.sandbox.orders().map((order) => [order.id, order]));

    const made = orders.map(({ posOrderId }) => {
      const { errorInfo = null, sum = null } = till.get(posOrderId) ?? {};
      const paid = tickets
        .get(posOrderId)!
        .payments.reduce((total, payment) => total + payment.sum, 0);
      return { errorInfo, sum: Math.round((sum ?? 0) * 100), paid };
    });
    expect(made).toEqual(
      orders.map((order) => {
        const outside =
          tickets.get(order.posOrderId)!.deliveryFee?.posProductId === null ? order.deliveryFee : 0;
        const sum = order.total + order.bonusSpent - outside;
        return { errorInfo: null, sum, paid: sum };
      }),
    );
    expectVariety(orders, [...tickets.values()]);
  });
});

/** Baskets that are all alike would prove nothing. */
function expectVariety(orders: readonly Order[], tickets: readonly OrderTicket[]): void {
  const kinds = [
    ({ bonusSpent }: Order) => bonusSpent > 0,
    ({ discount, subtotal }: Order) => discount > 0 && discount < subtotal,
    ({ discount, subtotal }: Order) => discount > 0 && discount === subtotal,
    ({ deliveryFee }: Order) => deliveryFee > 0,
    ({ fulfilment, deliveryFee }: Order) => fulfilment === Fulfilment.DELIVERY && deliveryFee === 0,
    ({ promotions }: Order) => new Set(promotions.map(({ source }) => source)).size === 2,
  ];
  for (const kind of kinds) expect(orders.some(kind)).toBe(true);
  const shapes = [
    ({ lines }: OrderTicket) => lines.some(({ posSizeId }) => posSizeId !== null),
    ({ lines }: OrderTicket) => lines.some(({ options }) => options.length > 0),
    ({ lines }: OrderTicket) => lines.some(({ parts }) => parts !== null),
    ({ deliveryFee }: OrderTicket) => deliveryFee?.posProductId === null,
    ({ posPromotions }: OrderTicket) => posPromotions.length > 0,
    ({ usedCodes }: OrderTicket) => usedCodes.length === 3,
    ({ lines }: OrderTicket) =>
      lines.some(({ total, comment }) => total === 0 && comment === "Подарок"),
  ];
  for (const shape of shapes) expect(tickets.some(shape)).toBe(true);
}
