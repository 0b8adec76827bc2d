import { type CallGuard } from "./call-guard";

/**
 * A message for the staff, in plain text that reads well on a phone. Blank lines separate its
 * blocks; the first block is its title.
 */
export interface FallbackMessage {
  /** The same for every repeat of one message, so that channels that can fold copies do so. */
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  /** What the recipient can do about it, each behind a link. */
  readonly actions?: readonly { readonly label: string; readonly url: string }[];
}

/** At most this many calls to one target within this period. */
export interface ChannelPace {
  readonly calls: number;
  readonly withinMs: number;
}

/** A means of reaching the restaurant's staff when the till cannot be reached. */
export interface FallbackChannel {
  /**
   * If a second copy with the same id arrives within this time of the first, the recipient sees
   * only one message. 0: copies are never folded; Infinity: always.
   */
  readonly foldsCopiesForMs: number;

  /** How much one target accepts, whichever process calls; empty if unknown. */
  paceOf(target: string): readonly ChannelPace[];

  /**
   * Returns how many calls it takes to send the message. Several orders are combined only if they
   * fit into one.
   */
  callsFor(message: FallbackMessage): number;

  /**
   * Delivers to `target` (an address, a chat id …).
   *
   * @param partsTaken how many parts of the message an earlier attempt had confirmed; they are
   *   skipped
   * @param guard decides right before each call that sends something to someone
   * @throws {CallHeldBack} the guard stopped it before any of it was sent
   * @throws {ChannelPaused} the target asks for a pause
   * @throws {ChannelMoved} the target is reached under another name
   * @throws {ChannelFailed} the channel did not take the message, or did not say; with
   *   `needsPerson`, it takes none until someone has done something
   */
  deliver(
    target: string,
    message: FallbackMessage,
    partsTaken?: number,
    guard?: CallGuard,
  ): Promise<void>;
}
