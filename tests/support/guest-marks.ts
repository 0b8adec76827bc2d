import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { aWantedLine } from "./a-new-order";

/** A guest whose every word is unique. */
export const MARKED_PHONE = "+79045550188";

/** What must not be found anywhere once the guest is forgotten. */
export const MARKS = [
  ...[
    "9045550188",
    "904) 555-01-88",
    "Аделаида",
    "Приватная",
    "Тайная",
    "Потайск",
    "88Щ",
    "4517K",
    "вниз по лестнице",
  ],
  ...["секрет строки", "hidden@mail.example"],
];

export const MARKED_ORDER: Partial<NewOrder> = {
  fulfilment: Fulfilment.DELIVERY,
  customer: { name: "Аделаида Приватная", phone: MARKED_PHONE, joinsLoyalty: false },
  address: {
    city: "Потайск",
    street: "улица Тайная",
    house: "88Щ",
    building: null,
    flat: "171",
    entrance: "6",
    floor: "17",
    doorphone: "4517K",
    comment: "вниз по лестнице",
    latitude: 55.123456,
    longitude: 37.654321,
  },
  comment: "Код 4517K, пишите на hidden@mail.example",
  lines: [aWantedLine({ comment: "секрет строки" })],
};

/** What the guest sent, as a POS quotes it. */
export const QUOTED =
  "Аделаида Приватная, 8 (904) 555-01-88, улица Тайная 88Щ: Код 4517K, пишите на hidden@mail.example";
