import { RefusalKind } from "../../src/domain/errors/refusal-kind";
import { type AttemptEnd, decideAttemptEnd } from "../../src/domain/orders/decide-attempt-end";
import { type NewCommand } from "../../src/domain/orders/effects";
import { InjectionState } from "../../src/domain/orders/injection-state";
import { aFault, anOrderToDecide, inAWord, NOW } from "../support/an-order-to-decide";

const SETTINGS = { retryDelaysSeconds: [15, 30], fallback: [{ enabled: true }] };
const UNWANTED: NewCommand = {
  id: "a-command",
  idempotencyKey: "turned-up",
  actor: "guest",
  reason: "Changed my mind",
  requestedAt: NOW,
};

function failed(
  kind: RefusalKind,
  more: { unsent?: boolean; proven?: boolean; final?: boolean } = {},
) {
  return { kind: "failed", failure: { fault: aFault(kind), kind, pauseMs: 0, ...more } } as const;
}

const OUTCOMES: Record<string, AttemptEnd["outcome"]> = {
  created: { kind: "created" },
  pending: { kind: "pending" },
  found: { kind: "found" },
  refused: failed(RefusalKind.RETRY),
  given_up_there: failed(RefusalKind.RETRY, { proven: true }),
  refused_for_good: failed(RefusalKind.FINAL),
  lost: failed(RefusalKind.AMBIGUOUS),
  lost_for_good: failed(RefusalKind.AMBIGUOUS, { final: true }),
};

/**
 * Written by hand: a row per state that the order has reached when its attempt ends, "told" while
 * the staff are being notified of it; a column per outcome. "-": it has taken another route, and
 * nothing follows. ".": its state stays.
 */
const EXPECTED = `
  .                     created                     pending            found refused              given_up_there                    refused_for_good   lost                       lost_for_good
  QUEUED                IN_POS+STOP_PROBING         -                  .     -                    -                                 -                  -                          -
  SENDING               IN_POS+STOP_PROBING         AWAITING_POS+PROBE .     RETRY_SCHEDULED+SEND RETRY_SCHEDULED+RENEW_POS_ID+SEND .+HAND_OVER+PROBE  OUTCOME_UNKNOWN+PROBE+SEND OUTCOME_UNKNOWN+HAND_OVER+PROBE
  SENDING,told          IN_POS+STOP_PROBING         -                  .     -                    -                                 -                  -                          -
  AWAITING_POS          IN_POS+STOP_PROBING         -                  .     -                    -                                 -                  -                          -
  AWAITING_POS,told     IN_POS+STOP_PROBING         -                  .     -                    -                                 -                  -                          -
  RETRY_SCHEDULED       IN_POS+STOP_PROBING         -                  .     -                    -                                 -                  -                          -
  RETRY_SCHEDULED,told  IN_POS+STOP_PROBING         -                  .     -                    -                                 -                  -                          -
  OUTCOME_UNKNOWN       IN_POS+STOP_PROBING         -                  .     -                    -                                 -                  -                          -
  OUTCOME_UNKNOWN,told  IN_POS+STOP_PROBING         -                  .     -                    -                                 -                  -                          -
  FALLBACK_SENT         IN_POS+STOP_PROBING         -                  .     -                    -                                 -                  -                          -
  FALLBACK_SENT,told    IN_POS+STOP_PROBING         -                  .     -                    -                                 -                  -                          -
  DEAD_LETTERED         IN_POS+STOP_PROBING         -                  .     -                    -                                 -                  -                          -
  DEAD_LETTERED,told    IN_POS+STOP_PROBING         -                  .     -                    -                                 -                  -                          -
  ENTERED_BY_HAND       IN_POS+STOP_PROBING+TWICE_IN_TILL   -          .     -                    -                                 -                  -                          -
  CANCELLED_BEFORE_SEND IN_POS+CANCEL_IN_POS+STOP_PROBING   -          .     -                    -                                 -                  -                          -
  IN_POS                .                           -                  .     -                    -                                 -                  -                          -
  NOT_REQUIRED          .                           -                  .     -                    -                                 -                  -                          -
`;

const [[, ...outcomes], ...rows] = EXPECTED.trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/)) as [string[], ...string[][]];
const cells = rows.flatMap(([situation = "", ...words]) =>
  words.map((word, column) => [outcomes[column] ?? "", situation, word] as const),
);

function orderIn(situation: string) {
  const [state, told] = situation.split(",") as [InjectionState, string?];
  return anOrderToDecide({ injectionState: state, handedOverAt: told ? NOW : null });
}

function decide(situation: string, outcome: AttemptEnd["outcome"] | undefined, sentAs?: string) {
  if (!outcome) throw new Error("There is no such outcome");
  const order = orderIn(situation);
  const unwanted =
    order.injectionState === InjectionState.CANCELLED_BEFORE_SEND ? UNWANTED : undefined;
  const end = { number: 1, sentAs: sentAs ?? order.posOrderId, outcome };
  return decideAttemptEnd(order, end, { settings: SETTINGS, toldLast: undefined, unwanted }, NOW);
}

describe("the end of an attempt", () => {
  it("is defined for every state and every outcome", () => {
    const states = new Set(rows.map(([situation = ""]) => situation.split(",")[0]));
    expect([...states].sort()).toEqual(Object.values(InjectionState).sort());
    expect([...outcomes].sort()).toEqual(Object.keys(OUTCOMES).sort());
  });

  it.each(cells)(
    "with the outcome %s, of an order that is %s by then, results in %s",
    (outcome, situation, word) => {
      expect(inAWord(decide(situation, OUTCOMES[outcome]))).toBe(word);
    },
  );

  it.each(rows.map(([situation = ""]) => situation))(
    "changes nothing for an order that is %s and has since been given another POS order id",
    (situation) => {
      expect(decide(situation, { kind: "created" }, "another id")).toBeUndefined();
    },
  );

  it("begins a hand-over only once: a failure while the staff have the order changes nothing", () => {
    const first = decide("SENDING", OUTCOMES["refused_for_good"]);
    expect(first?.columns).toMatchObject({ handedOverAt: NOW, failures: 1 });
    const order = { ...orderIn("SENDING"), ...first?.columns };
    const end = { number: 2, sentAs: order.posOrderId, outcome: failed(RefusalKind.FINAL) };
    const asked = { settings: SETTINGS, toldLast: undefined, unwanted: undefined };
    expect(decideAttemptEnd(order, end, asked, NOW)).toBeUndefined();
  });
});
