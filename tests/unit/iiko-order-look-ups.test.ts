import { type OrderLookUp, OrderLookUps } from "../../src/adapters/iiko/orders/order-look-ups";
import { type PosOrderUpdate } from "../../src/ports/pos/pos-orders";

const credential = { kind: "IIKO", apiLogin: "key" } as never;

interface Asked {
  readonly lookUp: OrderLookUp;
  readonly answer: (ids: readonly string[]) => void;
  readonly fail: (error: Error) => void;
}

let calls: Asked[] = [];
let lookUps: OrderLookUps;

beforeEach(() => {
  calls = [];
  lookUps = new OrderLookUps(
    (_, lookUp) =>
      new Promise((resolve, reject) => {
        const answer = (ids: readonly string[]) =>
          resolve(ids.map((posOrderId) => ({ posOrderId }) as PosOrderUpdate));
        calls.push({ lookUp, answer, fail: reject });
      }),
  );
});

const called = async (count: number) => {
  while (calls.length < count) await new Promise((resolve) => setTimeout(resolve, 1));
  return calls[count - 1] as Asked;
};
const find = async (...ids: string[]) =>
  (await lookUps.find(credential, "organization", ids)).map(({ posOrderId }) => posOrderId);

describe("Lookups of orders", () => {
  it("join a call that is still waiting for its permit", async () => {
    const first = find("A");
    const call = await called(1);
    const second = find("b", "a");
    expect(call.lookUp.orderIds).toEqual(["a", "b"]);
    call.lookUp.leaving?.();
    call.answer(["a", "b"]);
    expect(await first).toEqual(["a"]);
    expect(await second).toEqual(["b", "a"]);
    expect(calls).toHaveLength(1);
  });

  it("need a call of their own once the previous one has been sent", async () => {
    const first = find("a");
    const call = await called(1);
    call.lookUp.leaving?.();
    const second = find("a");
    const next = await called(2);
    call.answer([]);
    next.answer(["a"]);
    expect(await first).toEqual([]);
    expect(await second).toEqual(["a"]);
  });

  it("for orders placed further back do not hold up lookups of others", async () => {
    const behind = lookUps.find(credential, "organization", ["a"], new Date(Date.now() + 60_000));
    const first = find("b");
    const calledTwice = await called(2);
    expect(calls.map(({ lookUp }) => lookUp.orderIds)).toEqual([["a"], ["b"]]);
    expect(calls[0]?.lookUp.placeAt?.getTime()).toBeGreaterThan(Date.now());
    calledTwice.answer(["b"]);
    expect(await first).toEqual(["b"]);
    calls[0]?.answer([]);
    expect(await behind).toEqual([]);
  });

  it("are split into calls no larger than iiko accepts", async () => {
    const ids = Array.from({ length: 450 }, (_, number) => `id-${number}`);
    const found = find(...ids);
    await called(3);
    for (const { lookUp, answer } of calls) answer(lookUp.orderIds);
    expect(calls.map(({ lookUp }) => lookUp.orderIds.length)).toEqual([200, 200, 50]);
    expect(await found).toEqual(ids);
  });

  it("fail together with their own call, and with no other", async () => {
    const failed = find("a");
    (await called(1)).fail(new Error("no answer"));
    await expect(failed).rejects.toThrow("no answer");
    const found = find("a");
    (await called(2)).answer(["a"]);
    expect(await found).toEqual(["a"]);
  });
});
