import { type Combo, type ComboGroup } from "../restaurant/model";

/**
 * What a choice costs when a combo is priced by its components, in roubles: the main group carries
 * the combo's price, the other groups only their surcharges, so that the components add up to the
 * combo.
 */
export function comboComponentPrice(combo: Combo, group: ComboGroup, surcharge: number): number {
  return (group.isMainGroup ? combo.price : 0) + surcharge;
}
