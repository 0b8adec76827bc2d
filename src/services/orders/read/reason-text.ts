import { type Text } from "../../../domain/texts/locale";
import { type PosFault } from "../../../domain/pos/pos-fault";

const UNCLEAR: Text = { ru: "Касса не дала ясного ответа", en: "The POS gave no clear answer" };
const REFUSED: Text = { ru: "Касса не приняла заказ", en: "The POS did not take the order" };

/**
 * What a fault means, in words for people; `fix` is null when the POS's words are not known. Those
 * words themselves are `fault.message`.
 */
export function reasonTextOf({ reason, mayExist }: PosFault): {
  readonly message: Text;
  readonly fix: Text | null;
} {
  return reason ?? { message: mayExist ? UNCLEAR : REFUSED, fix: null };
}
