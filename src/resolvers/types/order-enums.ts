import { registerEnumType } from "type-graphql";

import { AttemptOutcome } from "../../domain/attempt-outcome";
import { InjectionState } from "../../domain/injection-state";
import { Observation } from "../../domain/order-event";
import { Fulfilment } from "../../domain/order-ticket";

registerEnumType(AttemptOutcome, { name: "AttemptOutcome" });
registerEnumType(Fulfilment, { name: "Fulfilment" });
registerEnumType(Observation, { name: "Observation", description: "How a change came to be known." });
registerEnumType(InjectionState, {
  name: "InjectionState",
  description: "Does the till have the order? An axis of its own beside OrderStatus.",
});

export { AttemptOutcome, Fulfilment, InjectionState, Observation };
