import axios, { isAxiosError } from "axios";

import { CallHeldBack, ChannelFailed, ChannelPaused } from "../../errors";
import { BoundedRequests, mayHaveLeft } from "../../ports/bounded-requests";
import { type CallGuard } from "../../ports/call-guard";
import {
  type ChannelPace,
  type FallbackChannel,
  type FallbackMessage,
} from "../../ports/fallback-channel";
import { type VkPart, vkParts } from "./vk-parts";
import { refusalIn, type VkRefusal } from "./vk-refusal";

const API_VERSION = "5.199";
const MINUTE_MS = 60_000;

/**
 * VK publishes no limit for a conversation. With this one, a quarter of the hundred messages within
 * which VK recognises a duplicate is left to the people in the conversation.
 */
const PACE: readonly ChannelPace[] = [
  { calls: 1, withinMs: 1_000 },
  { calls: 15, withinMs: MINUTE_MS },
];

/**
 * Sends messages from a VK community to a conversation or a person. The only markup VK recognises
 * in them is mentions, which notify nobody here, and VK follows no links for previews.
 */
export class VkChannel implements FallbackChannel {
  /**
   * VK compares `random_id` with the conversation's messages of the last hour, the last hundred at
   * most, 75 of which may be ours by then.
   */
  readonly foldsCopiesForMs = 5 * MINUTE_MS;

  constructor(
    private readonly apiUrl: string,
    private readonly token: string,
    private readonly requests = new BoundedRequests(),
  ) {}

  paceOf(): readonly ChannelPace[] {
    return PACE;
  }

  callsFor(message: FallbackMessage): number {
    return vkParts(message).length;
  }

  async deliver(
    target: string,
    message: FallbackMessage,
    partsTaken = 0,
    guard?: CallGuard,
  ): Promise<void> {
    let taken = partsTaken;
    for (const part of vkParts(message).slice(partsTaken)) {
      const refusal = await this.send(target, part, guard).catch((error: unknown) => {
        const cause = isAxiosError(error) ? error.cause : error;
        // Parts already sent are confirmed: only the rest is held back.
        if (cause instanceof CallHeldBack && taken === partsTaken) throw cause;
        return refusalOf(error);
      });
      if (refusal) throw failureOf(refusal, taken);
      taken += 1;
    }
  }

  private async send(
    target: string,
    { text, randomId }: VkPart,
    guard?: CallGuard,
  ): Promise<VkRefusal | null> {
    const form = new URLSearchParams({
      peer_id: target,
      random_id: String(randomId),
      message: text,
      dont_parse_links: "1",
      disable_mentions: "1",
      v: API_VERSION,
    });
    const { data } = await axios.post<unknown>(`${this.apiUrl}/method/messages.send`, form, {
      headers: { authorization: `Bearer ${this.token}` },
      ...this.requests.options(guard),
    });
    return refusalIn(data);
  }
}

function failureOf(refusal: VkRefusal, partsTaken: number): ChannelFailed {
  const { reason, pauseMs, needsPerson = false, mayHaveArrived = false } = refusal;
  const told = `VK did not take the message: ${reason}`;
  if (pauseMs !== undefined) return new ChannelPaused(told, { partsTaken, retryAfterMs: pauseMs });
  return new ChannelFailed(told, { partsTaken, needsPerson, mayHaveArrived });
}

/** The error itself carries the token and the message, so no part of it may leave this place. */
function refusalOf(error: unknown): VkRefusal {
  if (!isAxiosError(error)) return { reason: "unexpected failure", mayHaveArrived: true };
  const { response, code, cause } = error;
  if (cause instanceof CallHeldBack) return { reason: "held back" };
  if (!response) return { reason: code ?? "no answer", mayHaveArrived: mayHaveLeft(code) };
  const reason = `HTTP ${response.status}`;
  if (response.status === 429) return { reason, pauseMs: null };
  return { reason, mayHaveArrived: response.status >= 500 || response.status < 300 };
}
