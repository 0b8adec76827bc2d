import { type Combo, type ComboGroup } from "../restaurant/model";

/**
 * Returns what a choice costs, in roubles, when a combo is priced by its components: the main group
 * carries the combo's price, the other groups only their surcharges, so that the components add up
 * to the combo.
 */
export function comboComponentPrice(combo: Combo, group: ComboGroup, surcharge: number): number {
  return (group.isMainGroup ? combo.price : 0) + surcharge;
}
