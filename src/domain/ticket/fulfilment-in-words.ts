import { type Text } from "../texts/locale";
import { Fulfilment } from "./order-ticket";

/** How the guest receives the order, in one word. */
export const fulfilmentInWords: Readonly<Record<Fulfilment, Text>> = {
  [Fulfilment.DELIVERY]: { ru: "доставка", en: "delivery" },
  [Fulfilment.PICKUP]: { ru: "самовывоз", en: "pick-up" },
  [Fulfilment.DINE_IN]: { ru: "в зале", en: "dine-in" },
};
