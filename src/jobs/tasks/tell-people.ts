import { z } from "zod";

import { type TellPeople } from "../../services/fallback/tell-people";
import { task } from "../kinds/task";

/** Gives people a message about an order. */
export const tellPeople = task({
  name: "tell-people",
  lane: "people",
  priority: 0,
  payload: z.object({ deliveryId: z.string() }),
  run: ({ tellPeople }: { readonly tellPeople: TellPeople }, payload) =>
    tellPeople.execute(payload),
});
