/** A message for people, in plain text that reads well on a phone. */
export interface FallbackMessage {
  /** The same for every repeat of one message: channels that can drop copies do so. */
  readonly id: string;
  readonly subject: string;
  readonly text: string;
}

/** A way to reach the restaurant's people when the till cannot be reached. */
export interface FallbackChannel {
  /**
   * Delivers to `target` (an address, a chat id …). A repeat after a crash may deliver a second copy.
   *
   * @throws {ChannelFailed} the channel did not take the message
   */
  deliver(target: string, message: FallbackMessage): Promise<void>;
}
