import { type Evidence, judge } from "../../scripts/proof/judge";

const ASKED = "Заказ № 7 не попал на кассу. Внесите его вручную.";
const WARNED = `${ASKED}\nВНИМАНИЕ: касса могла получить этот заказ.`;
const CORRECTED = "Заказ № 7 уже на кассе.";

function verdictOn(change: Partial<Evidence>): string {
  return judge({ number: "7", injectionState: "IN_POS", inTill: 1, messages: [[], []], openJobs: 0, ...change });
}

describe("the proof judges an order", () => {
  it.each<[string, Partial<Evidence>]>([
    ["in till", {}],
    ["unsettled", { injectionState: "SENDING" }],
    ["unsettled", { inTill: 0, openJobs: 1 }],
    ["lost", { inTill: 0 }],
    ["with people", { inTill: 0, messages: [[ASKED], [ASKED]] }],
    ["with people", { inTill: 0, messages: [[], [WARNED]] }],
    ["doubled", { inTill: 2 }],
    ["doubled", { messages: [[ASKED], [ASKED]] }],
    ["doubled", { inTill: 0, messages: [[ASKED, WARNED], []] }],
    ["doubled", { messages: [[WARNED], [ASKED]] }],
    ["with people, till has it too", { messages: [[WARNED], [WARNED]] }],
    ["with people, till has it too", { messages: [[ASKED, CORRECTED], [WARNED]] }],
  ])("as %s", (verdict, change) => {
    expect(verdictOn(change)).toBe(verdict);
  });
});
