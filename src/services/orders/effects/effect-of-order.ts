import { type Effect, type EffectOf } from "../../../domain/orders/effects";
import { type Order } from "../../../entities/orders/order";

/** An effect, and the locked order to which it applies. */
export interface OfOrder<E extends Effect = Effect> {
  readonly order: Order;
  readonly effect: E;
}

/** Returns the effects of some kinds, in the order in which they were decided. */
export function only<Kind extends Effect["kind"]>(
  effects: readonly OfOrder[],
  ...kinds: readonly Kind[]
): OfOrder<EffectOf<Kind>>[] {
  const wanted: readonly string[] = kinds;
  return effects.filter(({ effect }) => wanted.includes(effect.kind)) as OfOrder<EffectOf<Kind>>[];
}
