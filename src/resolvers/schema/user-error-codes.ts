/** What went wrong and what the caller can do about it, code by code. */
export const USER_ERROR_CODES = {
  REQUIRED: { description: "Something is missing; `field` says what." },
  INVALID: { description: "A value cannot be so; `field` says which, `message` what would do." },
  NOT_FOUND: { description: "There is nothing of this id or name, or nothing that you may see." },
  CONFLICT: {
    description:
      "What was asked for does not go together with what is there, or somebody else is changing it now. `message` says which; where `retryable` is true, try again in a few seconds.",
  },
  STALE_VERSION: {
    description: "Somebody has changed it since you read it. Read it again, then try again.",
  },
  ORDERS_UNDER_WAY: {
    description:
      "Orders that are not done yet stand against it. Wait for them, or give your yes where there is one: acceptOpenOrders.",
  },
  IDEMPOTENCY_KEY_REUSED: {
    description: "You have used the key for another order or plan. Take a new key for each.",
  },
  BRANCH_NOT_ACCEPTING: {
    description:
      "The branch takes no such orders now, or is not connected to a till. Offer the other way of receipt, or come back later.",
  },
  TIME_SLOT_UNAVAILABLE: {
    description:
      "`wantedAt` is past, or more than 60 days ahead. Let the guest choose another time.",
  },
  SCHEDULE_NOT_APPLIED: {
    description: "The POS sells it at certain times only, and here it is sold at any time.",
  },
  PRICE_CHANGE_AHEAD: {
    description:
      "The POS changes the price on a day to come; until prices are synced after it, guests pay the old one.",
  },
  MODIFIER_SCHEME: {
    description:
      "A plain dish has a scheme of modifiers: the till may refuse it. Place a trial order.",
  },
  SOLD_BY_MEASURE: {
    description:
      "Its unit is no portion, and guests do not see the unit. Name it in the product's name.",
  },
  OPEN_PRICE: { description: "The cashier may set its price; guests pay that of the menu." },
  MARKED_GOODS: {
    description:
      "The cashier scans a code on its pack, which orders do not carry. Check that it may be sold for delivery.",
  },
  OPTION_AMOUNT_INDEPENDENT: {
    description:
      "The POS takes the option once for a line, the gateway with each portion. Check the sum of two portions.",
  },
  OPTIONS_DIFFER_BY_SIZE: {
    description:
      "The choice differs from size to size; the limits of the main size hold, and what it lacks is not sold.",
  },
  ITEM_NOT_FOUND: {
    description: "The menu has no such product, size or option. Read the menu again.",
  },
  ITEM_UNAVAILABLE: {
    description:
      "Sold out, or less is left than wanted; `availableAmount` tells how much there is.",
  },
  ITEM_NOT_SOLD_HERE: {
    description: "The dish has no price at this branch. Take it out of the basket.",
  },
  PRICE_CHANGED: {
    description:
      "The price is not the one the guest was shown; `currentPrice` tells it. Show it and ask again.",
  },
  MODIFIER_REQUIRED: {
    description: "Too few options of a group that a choice must be made of. Let the guest choose.",
  },
  MODIFIER_LIMIT: {
    description: "Too many units of an option or of its group. `message` tells the limit.",
  },
  PAYMENT_TYPE_NOT_MAPPED: {
    description:
      "The branch has not said what the till books for online payments. Set its paymentTypes, or let the guest pay otherwise.",
  },
  PHONE_INVALID: { description: "This is not a phone. Ask the guest for it again." },
  DUPLICATE_ARTICLE: {
    description: "Several products of the POS share the article. Leave it to one of them there.",
  },
  ARTICLE_MISSING: {
    description: "A product has no article in the POS and cannot be imported. Give it one there.",
  },
  ARTICLE_NOT_IN_EXTERNAL_MENU: {
    description:
      "The POS menu has no such article. Put the product on the external menu, then refreshPosMenu.",
  },
  PRICE_CHANGE_TOO_LARGE: {
    description:
      "A price moves by more than maxChangePercent. Look at the plan, then name the guard in `accept` or mend the POS menu.",
  },
  ZERO_PRICE: {
    description:
      "Something that had a price, or a product that is new on sale, becomes free. Look at it, then name the guard in `accept` or mend the price in the POS.",
  },
  MASS_REMOVAL: {
    description:
      "Many products would go off sale at once. Look at the plan, then name the guard in `accept` or mend the POS menu.",
  },
  ARTICLE_NOT_NUMERIC: { description: "An article is not 1 to 20 digits. Replace it in the POS." },
  ARTICLE_OF_SIZE: {
    description:
      "Sizes of a product have articles of their own, which cannot be imported. Import the product by its own article.",
  },
  ARTICLE_CHANGED: {
    description:
      "The POS has given a product another article. Bring the earlier one back there, or import the product anew.",
  },
  PRODUCT_LISTED_TWICE: {
    description:
      "Several categories of the POS menu list a product; it was taken once. Nothing to do if that is meant.",
  },
  PRODUCT_VANISHED: {
    description:
      "A product of the catalogue has left the POS menu. Put it back there if it is sold.",
  },
  PRICE_IN_REQUIRED_OPTION: {
    description:
      "A product costs nothing by itself, its price is in a required option. Nothing to do if that is meant.",
  },
  MENU_HELD_BACK: {
    description:
      "The POS's new menu lost more than half of its products, and the last one holds. Look at it, then refreshPosMenu(acceptShrunken: true).",
  },
  OPTIONS_MISSING: {
    description:
      "A dish cannot be ordered, because the catalogue lacks options of a choice that the till requires. Import its options.",
  },
  NOT_RETRYABLE: {
    description:
      "The order is being sent, was entered by hand or cancelled, or is left to the staff who were told. Leave it as it is.",
  },
  ALREADY_IN_POS: { description: "The till has the order: there is nothing to retry or to enter." },
  OUTCOME_UNKNOWN: {
    description: "The till may have the order. Look there, then retry with force: true.",
  },
  FORBIDDEN: {
    description:
      "Your credentials do not allow this part of the request: somebody else's points, or a discount or payment without an API key of the branch.",
  },
  SIGN_IN_REQUIRED: {
    description:
      "The branch takes such orders, or this promo code, of signed-in guests only. Let the guest sign in.",
  },
  TOO_MANY_OPEN_ORDERS: {
    description:
      "The phone has as many open orders as unproven guests may have. Let the guest sign in, or solve a challenge.",
  },
  CHALLENGE_REQUIRED: {
    description:
      "The branch wants a solved challenge with this order. Ask createOrderChallenge for one, or let the guest sign in.",
  },
  CHALLENGE_INVALID: {
    description:
      "The challenge's answer is wrong or too old, or another order has used it. Ask for another challenge.",
  },
  PROMO_NOT_FOUND: {
    description: "There is no such promo code. Let the guest look at the spelling.",
  },
  PROMO_EXPIRED: { description: "The promo code is no longer valid. Order without it." },
  PROMO_NOT_APPLICABLE: {
    description: "The promo code is not for this order, branch, day or guest; `message` says why.",
  },
  PROMO_NOT_COMBINABLE: {
    description:
      "The promo code cannot be used beside another code or discount. Leave one of them out.",
  },
  PROMO_USAGE_EXCEEDED: {
    description:
      "The promo code, the promotion, or this guest's share of it is used up. Order without it.",
  },
  LOYALTY_DISABLED: {
    description: "Points cannot be spent at this branch. Order without bonusToSpend.",
  },
  LOYALTY_INSUFFICIENT: {
    description: "The guest has not so many points; `message` tells how many there are.",
  },
  LOYALTY_LIMIT_EXCEEDED: {
    description: "Points may not pay so much of this order; `message` tells how much they may.",
  },
  DISCOUNT_NOT_MAPPED: {
    description:
      "The branch has no universal discount that takes a sum. Set universalDiscountId, or order without discounts and promo codes.",
  },
  UPSTREAM_UNAVAILABLE: {
    description:
      "The POS did not answer. Try again later; an order may have got there, and the gateway looks.",
  },
  UPSTREAM_REJECTED: {
    description:
      "The POS refused: the error tells the POS's own code and words, and `fix` what to do.",
  },
};
