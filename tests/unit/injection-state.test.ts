import {
  InjectionEvent,
  InjectionState,
  isSendable,
  nextInjectionState,
} from "../../src/domain/orders/injection-state";

/**
 * Written by hand from the description of the product: a row per state, a column per event, "."
 * where nothing happens.
 */
const EXPECTED = `
  .                     SEND_STARTED POS_PENDING  POS_CREATED POS_REFUSED     OUTCOME_LOST    POS_ABSENT      HANDED_OVER   NOBODY_REACHED ENTERED_BY_HAND RETRY_REQUESTED CANCELLED
  QUEUED                SENDING      .            IN_POS      .               .               .               FALLBACK_SENT DEAD_LETTERED  .               .               CANCELLED_BEFORE_SEND
  SENDING               SENDING      AWAITING_POS IN_POS      RETRY_SCHEDULED OUTCOME_UNKNOWN .               FALLBACK_SENT DEAD_LETTERED  ENTERED_BY_HAND QUEUED          CANCELLED_BEFORE_SEND
  AWAITING_POS          .            AWAITING_POS IN_POS      RETRY_SCHEDULED OUTCOME_UNKNOWN .               FALLBACK_SENT DEAD_LETTERED  ENTERED_BY_HAND QUEUED          CANCELLED_BEFORE_SEND
  RETRY_SCHEDULED       SENDING      AWAITING_POS IN_POS      RETRY_SCHEDULED OUTCOME_UNKNOWN .               FALLBACK_SENT DEAD_LETTERED  .               QUEUED          CANCELLED_BEFORE_SEND
  OUTCOME_UNKNOWN       SENDING      AWAITING_POS IN_POS      RETRY_SCHEDULED OUTCOME_UNKNOWN RETRY_SCHEDULED FALLBACK_SENT DEAD_LETTERED  .               QUEUED          .
  FALLBACK_SENT         .            .            IN_POS      .               .               .               .             .              ENTERED_BY_HAND QUEUED          CANCELLED_BEFORE_SEND
  DEAD_LETTERED         .            .            IN_POS      .               .               .               FALLBACK_SENT .              ENTERED_BY_HAND QUEUED          CANCELLED_BEFORE_SEND
  ENTERED_BY_HAND       .            .            IN_POS      .               .               .               .             .              .               .               .
  CANCELLED_BEFORE_SEND .            .            IN_POS      .               .               .               .             .              .               .               .
  IN_POS                .            .            .           .               .               .               .             .              .               .               .
  NOT_REQUIRED          .            .            .           .               .               .               .             .              .               .               .
`;

const [[, ...events], ...rows] = EXPECTED.trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/)) as [string[], ...string[][]];
const cells = rows.flatMap(([state, ...targets]) =>
  targets.map(
    (target, column) => [state, events[column], target] as [InjectionState, InjectionEvent, string],
  ),
);

describe("an order's route to the POS", () => {
  it("is defined for every state and every event", () => {
    expect(rows.map(([state]) => state).sort()).toEqual(Object.values(InjectionState).sort());
    expect([...events].sort()).toEqual(Object.values(InjectionEvent).sort());
    expect(cells).toHaveLength(
      Object.values(InjectionState).length * Object.values(InjectionEvent).length,
    );
  });

  it.each(cells)("leads from %s on %s to %s", (state, event, target) => {
    expect(nextInjectionState(state, event)).toBe(target === "." ? undefined : target);
  });

  it("ends in the POS from every state in which the POS may turn out to have the order", () => {
    const never = Object.values(InjectionState).filter(
      (state) => nextInjectionState(state, InjectionEvent.POS_CREATED) === undefined,
    );
    expect(never).toEqual([InjectionState.IN_POS, InjectionState.NOT_REQUIRED]);
  });

  it("allows attempts only while the order is processed automatically", () => {
    const { QUEUED, SENDING, RETRY_SCHEDULED, OUTCOME_UNKNOWN } = InjectionState;
    const sendable = Object.values(InjectionState).filter(isSendable);
    expect(new Set(sendable)).toEqual(new Set([QUEUED, SENDING, RETRY_SCHEDULED, OUTCOME_UNKNOWN]));
  });
});
