/** A message for people, in plain text that reads well on a phone. Blank lines part its blocks; the first one is its title. */
export interface FallbackMessage {
  /** The same for every repeat of one message: channels that can drop copies do so. */
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  /** What people can do about it, each behind a link. */
  readonly actions?: readonly { readonly label: string; readonly url: string }[];
}

/** A way to reach the restaurant's people when the till cannot be reached. */
export interface FallbackChannel {
  /** Whoever receives a second copy under the same id is shown one message. */
  readonly foldsCopies: boolean;

  /**
   * Delivers to `target` (an address, a chat id …).
   *
   * @param partsTaken how many parts of the message were confirmed by an earlier try; they are left out
   * @throws {ChannelFailed} the channel did not take the message, or did not say
   */
  deliver(target: string, message: FallbackMessage, partsTaken?: number): Promise<void>;
}
