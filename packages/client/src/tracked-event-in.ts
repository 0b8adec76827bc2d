import { errorIn, GatewayError } from "./gateway-error.ts";
import { GatewayUnreachable } from "./gateway-unreachable.ts";
import { isObject } from "./json.ts";
import { type TrackedEvent } from "./operations.ts";

/**
 * What one answer to the subscription tells.
 *
 * @throws {GatewayError} it tells of an error
 * @throws {GatewayUnreachable} it is none of the gateway's
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
