import { toIikoOrder } from "../../src/adapters/iiko/orders/map-order";
import { USUAL_ORDER_SETTINGS } from "../../src/adapters/iiko/orders/order-settings";
import { FewAtATime } from "../../src/domain/concurrency/few-at-a-time";
import { type OrderTicket } from "../../src/domain/ticket/order-ticket";
import { PaymentMethod } from "../../src/domain/ticket/payment-method";
import { eventually } from "../support/eventually";
import { GeneratedOrders } from "../support/generated-orders";
import { contractFor } from "../support/iiko-contract";
import { branch, CREATE, type IikoUnderTest, startIiko } from "../support/iiko-under-test";

const FOR_THE_CONTRACT = 400;
const FOR_THE_TILL = 200;

it(`each of ${FOR_THE_CONTRACT} generated orders keeps iiko's contract, whatever the organization's settings`, () => {
  const orders = new GeneratedOrders(1);
  for (let count = 0; count < FOR_THE_CONTRACT; count += 1) {
    const ticket = orders.ticket();
    const settings = {
      ...USUAL_ORDER_SETTINGS,
      addressInOneLine: count % 2 === 0,
      lineComments: count % 3 > 0,
    };
    const violations = contractFor(CREATE)?.request(toIikoOrder(ticket, branch, settings));
    expect({ count, violations }).toEqual({ count, violations: [] });
  }
});

describe("the sandbox's till", () => {
  let iiko: IikoUnderTest;

  beforeAll(async () => {
    iiko = await startIiko();
  });

  afterAll(() => iiko.stop());

  it(`accepts each of ${FOR_THE_TILL} orders with the same total, to the kopeck`, async () => {
    const orders = new GeneratedOrders(2);
    const tickets = Array.from({ length: FOR_THE_TILL }, () => orders.ticket());
    expectVariety(tickets);
    // If sent simultaneously, they might wait longer than iiko may take.
    const till = new FewAtATime(20);
    await Promise.all(
      tickets.map((ticket) => till.run(() => iiko.pos.submitOrder(branch, ticket))),
    );
    await eventually(() =>
      iiko.sandbox.orders().every(({ creationStatus }) => creationStatus !== "InProgress"),
    );
    const inTill = new Map(iiko.sandbox.orders().map((order) => [order.id, order]));
    const made = tickets.map(({ posOrderId }) => {
      const { errorInfo = null, sum = null } = inTill.get(posOrderId) ?? {};
      return { errorInfo, total: Math.round((sum ?? 0) * 100) };
    });
    expect(made).toEqual(tickets.map(({ total }) => ({ errorInfo: null, total })));
  });
});

/** If the generator stopped making one kind of order, this test would no longer cover that kind. */
function expectVariety(tickets: readonly OrderTicket[]): void {
  const kinds: ((ticket: OrderTicket) => boolean)[] = [
    ({ lines }) => lines.some(({ halves }) => halves !== null),
    ({ lines }) => lines.some(({ compound, halves }) => compound && halves === null),
    ({ lines }) =>
      lines.some(({ options }) => options.some(({ posGroupId }) => posGroupId === null)),
    ({ lines }) => lines.some(({ parts }) => parts !== null),
    ({ deliveryFee }) => deliveryFee !== null,
    ({ discount }) => discount !== null,
    ({ payments, paidOnline }) => payments.length === 0 && paidOnline,
    ({ wantedAt }) => wantedAt !== null,
    ({ address }) => address === null,
    ({ payments }) => payments.length === 2 && payments[0]?.method === PaymentMethod.BONUS,
  ];
  for (const kind of kinds) expect(tickets.some(kind)).toBe(true);
}
