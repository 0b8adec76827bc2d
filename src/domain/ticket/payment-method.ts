/** How a guest pays, in Result.Rest's terms. Each branch maps it to a payment type of its POS. */
export enum PaymentMethod {
  CASH = "CASH",
  CARD_ON_DELIVERY = "CARD_ON_DELIVERY",
  ONLINE = "ONLINE",
  BONUS = "BONUS",
}
