import axios, { isAxiosError } from "axios";

import { partsOfText } from "../../../src/domain/texts/parts-of-text";
import { CallHeldBack, ChannelFailed, ChannelPaused } from "../../../src/errors";
import { BoundedRequests } from "../../../src/ports/bounded-requests";
import { type CallGuard } from "../../../src/ports/call-guard";
import {
  type ChannelPace,
  type FallbackChannel,
  type FallbackMessage,
} from "../../../src/ports/fallback-channel";

const LONGEST_TEXT = 2_000;

/** Pages of an invented service: one POST each, 429 when it has enough. */
export class PagerChannel implements FallbackChannel {
  readonly foldsCopiesForMs = 0;
  private readonly requests = new BoundedRequests();

  constructor(private readonly url: string) {}

  paceOf(): readonly ChannelPace[] {
    return [];
  }

  callsFor(message: FallbackMessage): number {
    return pagesOf(message).length;
  }

  async deliver(
    target: string,
    message: FallbackMessage,
    partsTaken = 0,
    guard?: CallGuard,
  ): Promise<void> {
    let taken = partsTaken;
    for (const text of pagesOf(message).slice(partsTaken)) {
      await axios
        .post(`${this.url}/pages`, { target, text }, this.requests.options(guard))
        .catch((error: unknown) => {
          throw failureOf(error, taken);
        });
      taken += 1;
    }
  }
}

function pagesOf({ text, actions = [] }: FallbackMessage): string[] {
  const links = actions.map(({ label, url }) => `${label}: ${url}`);
  return partsOfText([text, ...links].join("\n\n"), LONGEST_TEXT);
}

function failureOf(error: unknown, partsTaken: number): Error {
  const { response, cause } = isAxiosError(error) ? error : { response: undefined, cause: error };
  if (cause instanceof CallHeldBack) return cause;
  if (response?.status === 429)
    return new ChannelPaused("The pager is busy", { partsTaken, retryAfterMs: null });
  const told = `The pager did not take the message: ${response?.status ?? "no answer"}`;
  return new ChannelFailed(told, { partsTaken, mayHaveArrived: response === undefined });
}
