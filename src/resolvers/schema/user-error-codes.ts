import { DISCOUNT_CODES } from "./discount-error-codes";

/** What went wrong and what the caller can do about it, by code. */
export const USER_ERROR_CODES = {
  REQUIRED: { description: "Something is missing; `field` says what." },
  INVALID: { description: "A value is not valid; `field` says which, `message` what is allowed." },
  NOT_FOUND: { description: "Nothing with this id or name exists, or you may not see it." },
  CONFLICT: {
    description:
      "The request conflicts with the current state, or somebody else is changing it now. `message` says which; if `retryable` is true, try again in a few seconds.",
  },
  STALE_VERSION: {
    description: "Somebody has changed it since you read it. Read it again, then repeat the call.",
  },
  ORDERS_UNDER_WAY: {
    description:
      "Orders in progress prevent it. Wait until they are finished, or confirm where that is possible: acceptOpenOrders.",
  },
  IDEMPOTENCY_KEY_REUSED: {
    description:
      "You have used the idempotency key for another order or plan. Use a new key for each.",
  },
  BRANCH_NOT_ACCEPTING: {
    description:
      "The branch does not accept such orders now, or is not connected to a POS; with the field `wantedAt` its till does not answer. Offer the other fulfilment type or a later time, or try again later.",
  },
  BRANCH_CLOSED: {
    description:
      "The branch is closed now, or at `wantedAt`. `opensAt` says when it opens: offer an order for that time.",
  },
  ADDRESS_NOT_SERVED: {
    description:
      "The branch does not deliver to this address. Offer a pick-up, or another branch: see deliveryOptions.",
  },
  ADDRESS_NOT_LOCATED: {
    description:
      "The branch cannot tell whether it delivers to this address. Let the guest point at the house on a map, and send its coordinates.",
  },
  STREET_UNKNOWN: {
    description: "The POS's list has no such street, or several: let the guest choose.",
  },
  BELOW_MINIMUM: {
    description:
      "The dishes cost less than the minimum for this address; `minimumSum` and `missing` say how much is needed.",
  },
  TIME_SLOT_UNAVAILABLE: {
    description:
      "`wantedAt` is in the past, or sooner or later than the branch takes orders for, or its time slot is full: `nextSlotAt` says when the next free one begins. Let the guest choose another time.",
  },
  SCHEDULE_NOT_APPLIED: {
    description:
      "The POS sells it only at certain times, which cannot be kept here: it is sold at any time.",
  },
  PRICE_CHANGE_AHEAD: {
    description:
      "The POS will change the price on a future day; guests pay the old price until prices are synced after that day.",
  },
  MODIFIER_SCHEME: {
    description:
      "A simple dish has a modifier scheme: the till may refuse it. Place a trial order.",
  },
  SOLD_BY_MEASURE: {
    description:
      "It is not sold by the portion, and guests do not see the unit. Mention the unit in the product's name.",
  },
  OPEN_PRICE: {
    description: "Its price may be set by the cashier; guests pay the price of the menu.",
  },
  MARKED_GOODS: {
    description:
      "The cashier has to scan a code on the package, which orders do not contain. Check whether it may be sold for delivery.",
  },
  OPTION_AMOUNT_INDEPENDENT: {
    description:
      "The POS counts the option once per line, the gateway once per portion. Check the sum for two portions.",
  },
  OPTIONS_DIFFER_BY_SIZE: {
    description:
      "The options differ by size. The limits of the main size apply, and options that it lacks are not sold.",
  },
  ITEM_NOT_FOUND: {
    description: "The menu has no such product, size or option. Read the menu again.",
  },
  ITEM_UNAVAILABLE: {
    description: "Sold out, or less is left than requested; `availableAmount` says how much.",
  },
  ITEM_OUTSIDE_HOURS: {
    description:
      "The dish is not sold when the order is wanted; `availableAt` says when it is again. Take it out of the basket, or offer that time.",
  },
  ITEM_NOT_SOLD_HERE: {
    description: "The dish has no price at this branch. Take it out of the basket.",
  },
  PRICE_CHANGED: {
    description:
      "The price differs from the one that the guest was shown; `currentPrice` states the current one. Show it and ask again.",
  },
  MODIFIER_REQUIRED: {
    description: "Too few options of a required group. Let the guest choose.",
  },
  MODIFIER_LIMIT: {
    description: "Too many units of an option or of its group. `message` states the limit.",
  },
  PAYMENT_METHOD_NOT_TAKEN: { description: "Not taken here: see BranchFacts.paymentMethods." },
  PAYMENT_TYPE_NOT_MAPPED: {
    description:
      "The branch has no POS payment type for online payments. Set its paymentTypes, or let the guest choose another payment method.",
  },
  PHONE_INVALID: { description: "This is not a valid phone number. Ask the guest for it again." },
  DUPLICATE_ARTICLE: {
    description:
      "Several products of the POS have the same article. Keep it for only one of them there.",
  },
  ARTICLE_MISSING: {
    description: "A product has no article in the POS and cannot be imported. Give it one there.",
  },
  ARTICLE_NOT_IN_EXTERNAL_MENU: {
    description:
      "The POS menu has no such article. Add the product to the external menu, then call refreshPosMenu.",
  },
  PRICE_CHANGE_TOO_LARGE: {
    description:
      "A price changes by more than maxChangePercent. Review the plan, then name the guard in `accept` or fix the POS menu.",
  },
  ZERO_PRICE: {
    description:
      "Something that had a price, or a new product, would become free. Review it, then name the guard in `accept` or fix the price in the POS.",
  },
  MASS_REMOVAL: {
    description:
      "Many products would be taken off sale. Review the plan, then name the guard in `accept` or fix the POS menu.",
  },
  ARTICLE_NOT_NUMERIC: { description: "An article is not 1 to 20 digits. Replace it in the POS." },
  ARTICLE_OF_SIZE: {
    description:
      "Sizes of a product have articles of their own, which cannot be imported. Import the product by its own article.",
  },
  ARTICLE_CHANGED: {
    description:
      "The article of a product was changed in the POS. Restore the earlier one there, or import the product again.",
  },
  PRODUCT_LISTED_TWICE: {
    description:
      "A product is listed in several categories of the POS menu and was imported once. Nothing to do if that is intended.",
  },
  PRODUCT_VANISHED: {
    description:
      "A product of the catalogue has left the POS menu. Put it back there if it is sold.",
  },
  PRICE_IN_REQUIRED_OPTION: {
    description:
      "A product itself costs nothing because its price is in a required option. Nothing to do if that is intended.",
  },
  MENU_HELD_BACK: {
    description:
      "The new menu of the POS lost more than half of its products, so the last one stays in use. Review it, then call refreshPosMenu(acceptShrunken: true).",
  },
  OPTIONS_MISSING: {
    description:
      "A dish cannot be ordered, because the catalogue lacks options of a group that the till requires. Import its options.",
  },
  NOT_RETRYABLE: {
    description:
      "The order is being sent, was entered by hand or cancelled, or was handed over to the staff. Leave it as it is.",
  },
  ALREADY_IN_POS: {
    description: "The till already has the order: there is nothing to retry or enter.",
  },
  OUTCOME_UNKNOWN: {
    description: "The till may have the order. Check there, then retry with force: true.",
  },
  FORBIDDEN: {
    description:
      "Your credentials do not allow this part of the request: for example somebody else's points, or a discount or payment without an API key of the branch.",
  },
  SIGN_IN_REQUIRED: {
    description:
      "The branch accepts such orders, or this promo code, only from signed-in guests. Let the guest sign in.",
  },
  TOO_MANY_OPEN_ORDERS: {
    description:
      "The phone number has reached the maximum of open orders for unverified guests. Let the guest sign in, or solve a challenge.",
  },
  CHALLENGE_REQUIRED: {
    description:
      "The branch requires a solved challenge for this order. Get one by createOrderChallenge, or let the guest sign in.",
  },
  CHALLENGE_INVALID: {
    description:
      "The answer to the challenge is wrong or expired, or was used for another order. Request a new challenge.",
  },
  ...DISCOUNT_CODES,
  UPSTREAM_UNAVAILABLE: {
    description:
      "The POS did not answer. Try again later; an order may have reached it, and the gateway checks that.",
  },
  UPSTREAM_REJECTED: {
    description:
      "The POS refused. The error contains the code and message of the POS, and `fix` says what to do.",
  },
};
