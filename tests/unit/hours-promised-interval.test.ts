import {
  ENOUGH_ORDERS,
  intervalOf,
  NO_RECORD,
  type PromiseRecord,
} from "../../src/domain/hours/promised-interval";

const measured = (from: number, to: number, orders = ENOUGH_ORDERS): PromiseRecord => {
  return { ...NO_RECORD, orders, kept: orders, spread: { from, to } };
};

describe("the interval that a guest is told", () => {
  it.each([
    ["a fifth of the time to both sides while nothing is measured", 40, NO_RECORD, [30, 50]],
    ["five minutes of a short one", 15, NO_RECORD, [10, 20]],
    ["nothing below zero", 5, NO_RECORD, [0, 10]],
    ["the same while too few have come", 40, measured(-30, 60, ENOUGH_ORDERS - 1), [30, 50]],
    ["what was measured, in steps of five", 40, measured(-12, 17), [25, 60]],
    ["the usual time where all came later", 40, measured(8, 21), [40, 65]],
    ["the usual time where all came sooner", 40, measured(-22, -6), [15, 40]],
    ["five minutes where all came to the minute", 40, measured(0, 0), [40, 45]],
    ["what comes on top, moved by it", 100, measured(-12, 17), [85, 120]],
  ])("is %s", (_what, minutes, record, [from, to]) => {
    expect(intervalOf(minutes, record)).toEqual({ from, to });
  });
});
