import { type Text } from "../../domain/texts/locale";
import { isStorable } from "../../domain/texts/storable-text";

/**
 * How a POS names its things: organizations, orders, products, payment types, guests. Only the
 * vendor looks into an id; everybody else compares ids as they stand.
 */
export interface PosIds {
  /**
   * An id that a caller gives, in the POS's one spelling; null: the POS names nothing so. Linear in
   * the length of the text.
   */
  read(text: string): string | null;
  /** What an id is, after "an id of the POS is": "a UUID". */
  readonly what: Text;
  readonly example: string;
}

/** May something in the POS be named so? */
export function isIdOf(ids: PosIds, text: string): boolean {
  return isStorable(text) && ids.read(text) !== null;
}
