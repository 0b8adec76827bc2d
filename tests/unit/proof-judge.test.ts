import { type Evidence, judge, type Told } from "../../scripts/proof/judge";

const MESSAGE = { deliveryId: null, text: "" };

function told(kind: Told["kind"], overrides: Partial<Told> = {}): Told {
  const arrived = { sent: true, inDoubt: false, repeated: false, messages: [MESSAGE] };
  return { kind, purpose: "HAND_OVER", ...arrived, ...overrides };
}

const BOTH = [told("EMAIL"), told("TELEGRAM")];
const CORRECTED = BOTH.map((each) => ({ ...each, purpose: "CORRECTION" as const }));
const LOST_ON_THE_WAY = { sent: false, inDoubt: false, messages: [] };

describe("the proof judges an order", () => {
  const inTill = {
    injectionState: "IN_POS",
    cancelled: false,
    inTill: 1,
    madeInTill: 1,
    warned: false,
    told: [],
    strayMessages: 0,
    rounds: 0,
    repeatedNotes: 0,
    openWork: 0,
  };
  const withPeople = { injectionState: "FALLBACK_SENT", inTill: 0, rounds: 1, told: BOTH };

  it.each<[string, Partial<Evidence>]>([
    ["in till", {}],
    ["doubled", { inTill: 2 }],
    ["told twice", { strayMessages: 1 }],
    ["told twice", { repeatedNotes: 1 }],
    ["not settled in time", { openWork: 1 }],
    ["not settled in time", { injectionState: "AWAITING_POS" }],
    ["with people", withPeople],
    [
      "with people",
      { ...withPeople, told: [told("EMAIL"), told("TELEGRAM", { sent: false, inDoubt: true })] },
    ],
    [
      "with people",
      {
        ...withPeople,
        told: [told("EMAIL"), told("TELEGRAM", { ...LOST_ON_THE_WAY, inDoubt: true })],
      },
    ],
    [
      "with people, marked copy",
      {
        ...withPeople,
        told: [told("EMAIL"), told("TELEGRAM", { repeated: true, messages: [MESSAGE, MESSAGE] })],
      },
    ],
    [
      "told twice",
      { ...withPeople, told: [told("EMAIL"), told("TELEGRAM", { messages: [MESSAGE, MESSAGE] })] },
    ],
    ["channel missed", { ...withPeople, told: [told("EMAIL")] }],
    ["channel missed", { ...withPeople, told: [told("EMAIL"), told("TELEGRAM", LOST_ON_THE_WAY)] }],
    [
      "channel missed",
      { ...withPeople, told: [told("EMAIL"), told("TELEGRAM", { messages: [] })] },
    ],
    ["told twice", { ...withPeople, rounds: 2 }],
    ["lost", { ...withPeople, told: [] }],
    ["cancelled", { cancelled: true, inTill: 0, madeInTill: 0 }],
    ["cancelled", { cancelled: true, madeInTill: 0 }],
    ["cancelled, made all the same", { cancelled: true }],
    ["cancelled", { cancelled: true, told: [told("EMAIL", { purpose: "CANCEL_BY_HAND" })] }],
    ["cancelled", { ...withPeople, cancelled: true, madeInTill: 0, told: [...BOTH, ...CORRECTED] }],
    ["doubled", { ...withPeople, cancelled: true, madeInTill: 0 }],
    ["with people, till has it too", { told: BOTH, warned: true }],
    ["with people, till has it too", { told: [...BOTH, ...CORRECTED] }],
    ["doubled", { told: [...BOTH, ...CORRECTED.slice(0, 1)] }],
    ["doubled", { told: BOTH }],
  ])("as %s (case %#)", (verdict, overrides) => {
    expect(judge({ number: "1", ...inTill, ...overrides })).toBe(verdict);
  });
});
