import { RefusalKind } from "../../src/domain/errors/refusal-kind";
import { decideCancellation } from "../../src/domain/orders/decide-cancellation";
import { decideToldFailure } from "../../src/domain/orders/decide-failure";
import { decideProbe, WATCH_MS } from "../../src/domain/orders/decide-probe";
import { decideEnteredByHand, decideRetry } from "../../src/domain/orders/decide-retry";
import { type Decision, type Refusal } from "../../src/domain/orders/decision";
import { InjectionState } from "../../src/domain/orders/injection-state";
import { type OrderFacts } from "../../src/domain/orders/order-facts";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { aFault, anOrderToDecide, inAWord, NOW } from "../support/an-order-to-decide";

const SETTINGS = {
  retryDelaysSeconds: [15, 30],
  acceptTimeoutSeconds: 60,
  fallback: [{ enabled: true }],
};
const ACTING = { actor: "operator", now: NOW };
const COMMAND = {
  id: "1",
  idempotencyKey: "1",
  actor: "guest",
  reason: "Changed my mind",
  requestedAt: NOW,
};
const MINUTE_AGO = new Date(NOW.getTime() - 60_000);

function word(decided: Decision | Refusal): string {
  return "refusal" in decided ? decided.refusal.code : inAWord(decided);
}

function told(order: OrderFacts, kind: RefusalKind): Decision {
  return decideToldFailure(order, SETTINGS, { fault: aFault(kind), kind, pauseMs: 0 }, NOW);
}

function look(order: OrderFacts, absent: boolean, looked = order): Decision {
  return decideProbe(order, looked, SETTINGS, { look: 3, absent, now: NOW });
}

const HAPPENINGS: Record<string, (order: OrderFacts) => Decision | Refusal> = {
  retried: (order) => decideRetry(order, { stuck: false, force: false }, ACTING),
  retried_stuck: (order) => decideRetry(order, { stuck: true, force: true }, ACTING),
  by_hand: (order) => decideEnteredByHand(order, "12", false, ACTING),
  by_hand_stuck: (order) => decideEnteredByHand(order, "12", true, ACTING),
  refused_there: (order) => told(order, RefusalKind.RETRY),
  lost_there: (order) => told(order, RefusalKind.AMBIGUOUS),
  absent: (order) => look(order, true),
};

/** Written by hand: a row per state, a column per event. */
const EXPECTED = `
  .                     retried        retried_stuck                by_hand         by_hand_stuck                          refused_there                       lost_there                 absent
  QUEUED                NOT_RETRYABLE  NOT_RETRYABLE                CONFLICT        CONFLICT                               .                                   .                          .
  SENDING               NOT_RETRYABLE  QUEUED+ABANDON_ATTEMPTS+SEND CONFLICT        ENTERED_BY_HAND+ABANDON_ATTEMPTS+PROBE RETRY_SCHEDULED+RENEW_POS_ID+SEND   OUTCOME_UNKNOWN+PROBE+SEND .
  AWAITING_POS          NOT_RETRYABLE  QUEUED+ABANDON_ATTEMPTS+SEND CONFLICT        ENTERED_BY_HAND+ABANDON_ATTEMPTS+PROBE RETRY_SCHEDULED+RENEW_POS_ID+SEND   OUTCOME_UNKNOWN+PROBE+SEND OUTCOME_UNKNOWN+HAND_OVER+PROBE
  RETRY_SCHEDULED       QUEUED+SEND    QUEUED+ABANDON_ATTEMPTS+SEND CONFLICT        CONFLICT                               .                                   OUTCOME_UNKNOWN+PROBE+SEND .
  OUTCOME_UNKNOWN       OUTCOME_UNKNOWN QUEUED+ABANDON_ATTEMPTS+SEND CONFLICT       CONFLICT                               RETRY_SCHEDULED+RENEW_POS_ID+SEND   .                          RETRY_SCHEDULED
  FALLBACK_SENT         QUEUED+SEND    QUEUED+ABANDON_ATTEMPTS+SEND ENTERED_BY_HAND ENTERED_BY_HAND+ABANDON_ATTEMPTS+PROBE .                                   .                          .
  DEAD_LETTERED         QUEUED+SEND    QUEUED+ABANDON_ATTEMPTS+SEND ENTERED_BY_HAND ENTERED_BY_HAND+ABANDON_ATTEMPTS+PROBE .                                   .                          .
  ENTERED_BY_HAND       NOT_RETRYABLE  NOT_RETRYABLE                CONFLICT        CONFLICT                               .                                   .                          .
  CANCELLED_BEFORE_SEND NOT_RETRYABLE  NOT_RETRYABLE                CONFLICT        CONFLICT                               .                                   .                          .+PROBE
  IN_POS                ALREADY_IN_POS ALREADY_IN_POS               ALREADY_IN_POS  ALREADY_IN_POS                         .                                   .                          .
  NOT_REQUIRED          NOT_RETRYABLE  NOT_RETRYABLE                CONFLICT        CONFLICT                               .                                   .                          .
`;

const [[, ...happenings], ...rows] = EXPECTED.trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/)) as [string[], ...string[][]];
const cells = rows.flatMap(([state, ...words]) =>
  words.map(
    (expected, column) => [state as InjectionState, happenings[column] ?? "", expected] as const,
  ),
);

/**
 * The till has been considering it for a minute, one attempt has failed, another is planned, and it
 * was cancelled just now.
 */
function orderIn(injectionState: InjectionState): OrderFacts {
  return anOrderToDecide({
    injectionState,
    failures: 1,
    pendingSince: MINUTE_AGO,
    nextAttemptAt: NOW,
    statusChangedAt: NOW,
  });
}

describe("a decision about an order", () => {
  it("is defined for every state and every event", () => {
    expect(rows.map(([state]) => state).sort()).toEqual(Object.values(InjectionState).sort());
    expect([...happenings].sort()).toEqual(Object.keys(HAPPENINGS).sort());
  });

  it.each(cells)("in state %s after the event %s is %s", (state, happening, expected) => {
    const decide = HAPPENINGS[happening];
    if (!decide) throw new Error("There is no such happening");
    expect(word(decide(orderIn(state)))).toBe(expected);
  });

  it("contains nothing but a refusal where the operator may not do it", () => {
    expect(
      Object.keys(
        decideRetry(orderIn(InjectionState.IN_POS), { stuck: false, force: true }, ACTING),
      ),
    ).toEqual(["refusal"]);
  });

  it("sends nothing to the POS when the guest has been erased", () => {
    const order = anOrderToDecide({ injectionState: InjectionState.DEAD_LETTERED, erasedAt: NOW });
    const decided = decideRetry(order, { stuck: false, force: true }, { actor: null, now: NOW });
    expect(decided).toMatchObject({ refusal: { code: "NOT_RETRYABLE" } });
  });

  it("leaves a reported failure to the staff who already have the order", () => {
    expect(
      inAWord(told({ ...orderIn(InjectionState.SENDING), handedOverAt: NOW }, RefusalKind.RETRY)),
    ).toBe(".");
  });

  it("counts one failure, not two, when the POS now refuses an order whose answer was lost", () => {
    const order = anOrderToDecide({ injectionState: InjectionState.OUTCOME_UNKNOWN, failures: 1 });
    expect(told(order, RefusalKind.RETRY).columns).toMatchObject({ failures: 1, generation: 2 });
  });

  it("leaves the order in doubt after a lost answer until the POS itself reports that it failed", () => {
    const doubtful = anOrderToDecide({ lastFault: aFault(RefusalKind.AMBIGUOUS) });
    expect(told(doubtful, RefusalKind.RETRY).columns.lastFault).toMatchObject({ mayExist: false });
  });
});

describe("an order that is being probed", () => {
  it("is left alone if an attempt has begun or ended since", () => {
    const looked = anOrderToDecide({
      injectionState: InjectionState.OUTCOME_UNKNOWN,
      nextAttemptAt: NOW,
    });
    expect(inAWord(look({ ...looked, failures: 1 }, true, looked))).toBe(".");
  });

  it.each([
    ["still", WATCH_MS, ".+PROBE"],
    ["no longer", WATCH_MS + 1, "."],
  ])("is %s watched %d ms after the hand-over", (_, passedMs, expected) => {
    const handedOverAt = new Date(NOW.getTime() - passedMs);
    const order = anOrderToDecide({ injectionState: InjectionState.FALLBACK_SENT, handedOverAt });
    expect(inAWord(look(order, true))).toBe(expected);
  });
});

describe("a cancellation", () => {
  const cancel = (order: OrderFacts, sent: boolean) =>
    decideCancellation(order, COMMAND, { stuck: false, sent }, NOW);

  it("takes effect immediately while the POS does not have the order, and releases what the order held", () => {
    const promotions = [
      { code: "SPRING", name: "Spring", amount: 100, source: "RESULT_REST" as const },
    ];
    const order = anOrderToDecide({
      injectionState: InjectionState.QUEUED,
      bonusSpent: 100,
      promotions,
    });
    const decision = cancel(order, false);
    expect(inAWord(decision)).toBe(
      "CANCELLED_BEFORE_SEND+RECORD_COMMAND+RELEASE_RESERVATIONS+RETURN_PROMOTIONS",
    );
    expect(decision.columns).toMatchObject({ status: OrderStatus.CANCELLED, nextAttemptAt: null });
  });

  it("starts a watch where an attempt may have got through, and sends a correction to those notified", () => {
    const order = anOrderToDecide({
      injectionState: InjectionState.FALLBACK_SENT,
      lastFault: aFault(),
    });
    expect(inAWord(cancel(order, true))).toBe(
      "CANCELLED_BEFORE_SEND+CORRECTION+PROBE+RECORD_COMMAND",
    );
  });

  it("is requested from the POS when it has the order", () => {
    expect(inAWord(cancel(anOrderToDecide({ injectionState: InjectionState.IN_POS }), true))).toBe(
      ".+CANCEL_IN_POS",
    );
  });
});
