import { RefusalKind } from "../faults/refusal-kind";

/** A POS that asks for a longer pause is as good as down: people get the order. */
const LONGEST_PAUSE_MS = 60_000;

export type Repeat =
  | { readonly kind: "again"; readonly at: Date }
  /** No more tries: people get the order now. */
  | { readonly kind: "hand-over" };

/**
 * What follows a failed attempt. Refusals that cannot heal go to people at once; everything else is
 * repeated after the branch's pauses, as many times as there are pauses.
 *
 * @param failures how many attempts have failed, this one included
 * @param pauseMs what the POS asked for; never undercut, and at most a minute
 */
export function planRepeat(
  retryDelaysSeconds: readonly number[],
  failures: number,
  kind: RefusalKind,
  pauseMs: number,
  now: Date,
): Repeat {
  const delaySeconds = retryDelaysSeconds[failures - 1];
  const heals = kind === RefusalKind.RETRY || kind === RefusalKind.AMBIGUOUS;
  if (!heals || delaySeconds === undefined || pauseMs > LONGEST_PAUSE_MS)
    return { kind: "hand-over" };
  return { kind: "again", at: new Date(now.getTime() + Math.max(delaySeconds * 1000, pauseMs)) };
}
