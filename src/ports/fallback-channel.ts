import { type CallGuard } from "./call-guard";

/**
 * A message for people, in plain text that reads well on a phone. Blank lines part its blocks; the
 * first one is its title.
 */
export interface FallbackMessage {
  /** The same for every repeat of one message: channels that can fold copies do so. */
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  /** What people can do about it, each behind a link. */
  readonly actions?: readonly { readonly label: string; readonly url: string }[];
}

/** At most so many calls to one target within so long. */
export interface ChannelPace {
  readonly calls: number;
  readonly withinMs: number;
}

/** A way to reach the restaurant's staff when the till cannot be reached. */
export interface FallbackChannel {
  /**
   * Whoever receives a second copy under the same id within so long of the first one is shown one
   * message. 0: copies are never folded; Infinity: always.
   */
  readonly foldsCopiesForMs: number;

  /** What one target takes, whichever process calls; none where nothing is known. */
  paceOf(target: string): readonly ChannelPace[];

  /**
   * In how many calls the message goes out. Only what fits into one is told of several orders
   * together.
   */
  callsFor(message: FallbackMessage): number;

  /**
   * Delivers to `target` (an address, a chat id …).
   *
   * @param partsTaken how many parts of the message were confirmed by an earlier try; they are left
   * out
   * @param guard judges right before each call that gives people something
   * @throws {CallHeldBack} the guard stopped it before anything of it had left
   * @throws {ChannelPaused} the target asks for a pause
   * @throws {ChannelMoved} the target is reached under another name
   * @throws {ChannelFailed} the channel did not take the message, or did not say; with
   * `needsPerson` it takes none before somebody has done something
   */
  deliver(
    target: string,
    message: FallbackMessage,
    partsTaken?: number,
    guard?: CallGuard,
  ): Promise<void>;
}
