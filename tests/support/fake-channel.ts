import { ChannelFailed } from "../../src/errors";
import {
  type ChannelPace,
  type FallbackChannel,
  type FallbackMessage,
} from "../../src/ports/fallback-channel";

/**
 * A channel in memory. `failures` is how many of the next messages it refuses; `next` overrides
 * that, once per entry.
 */
export class FakeChannel implements FallbackChannel {
  readonly delivered: { readonly target: string; readonly message: FallbackMessage }[] = [];
  failures = 0;
  /** Applies to every target. */
  pace: readonly ChannelPace[] = [];
  /** How many characters are sent in one call. */
  longest = Infinity;
  /**
   * An error is thrown before the message is accepted; "lost" accepts it and then returns no
   * answer; "crash" accepts it and never returns.
   */
  readonly next: (Error | "lost" | "crash")[] = [];

  constructor(public foldsCopiesForMs: number) {}

  paceOf(): readonly ChannelPace[] {
    return this.pace;
  }

  callsFor({ text }: FallbackMessage): number {
    return Math.max(1, Math.ceil(text.length / this.longest));
  }

  async deliver(target: string, message: FallbackMessage): Promise<void> {
    await Promise.resolve();
    const script = this.next.shift();
    if (script instanceof Error) throw script;
    if (script === undefined && this.failures > 0) {
      this.failures -= 1;
      throw new ChannelFailed("Nobody answers");
    }
    this.delivered.push({ target, message });
    if (script === "lost") throw new ChannelFailed("No answer", { mayHaveArrived: true });
    if (script === "crash") await new Promise<never>(() => undefined);
  }
}
