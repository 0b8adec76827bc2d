import { errorIn, GatewayError } from "./gateway-error.ts";
import { GatewayUnreachable } from "./gateway-unreachable.ts";
import { isObject } from "./json.ts";
import { type TrackedEvent } from "./operations.ts";

/**
 * Returns the event in one response to the subscription.
 *
 * @throws {GatewayError} it contains an error
 * @throws {GatewayUnreachable} it is not a response of the gateway
 */
export function trackedEventIn(answer: unknown): TrackedEvent {
  const error = errorIn(answer);
  if (error) throw new GatewayError(error);
  const events: unknown = isObject(answer) ? answer["data"] : undefined;
  const event: unknown = isObject(events) ? events["trackOrder"] : undefined;
  if (!isObject(event) || typeof event["cursor"] !== "string")
    throw new GatewayUnreachable("This is no event");
  return event as unknown as TrackedEvent;
}
