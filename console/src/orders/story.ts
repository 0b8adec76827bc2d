import { type OrderStoryAnswer } from "./operations";

/** All there is to tell of one order. */
export type Story = NonNullable<OrderStoryAnswer["order"]>;
