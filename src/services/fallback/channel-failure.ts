import { ChannelFailed } from "../../errors";

/**
 * A channel that broke off in a way nobody expected has failed like any other; the message may have
 * arrived.
 */
export function toChannelFailed(error: unknown): ChannelFailed {
  if (error instanceof ChannelFailed) return error;
  return new ChannelFailed("Something unexpected in the gateway", {
    cause: error,
    mayHaveArrived: true,
  });
}
