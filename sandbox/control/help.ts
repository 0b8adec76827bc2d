/** The response of `GET /_sandbox`. */
export const HELP = {
  about:
    "A local iiko Cloud with a till that cooks. Everything below /api behaves as iiko; this is its remote control.",
  routes: {
    "GET /_sandbox/orders?creationStatus=Success": "what the till has",
    "POST /_sandbox/orders/:id/status {status}": "any status, forwards or back",
    "POST /_sandbox/orders/:id/times {cookingStartTime?, whenPrinted?, whenPacked?, ...}":
      "writes times into an order, in seconds from now: plans lie ahead, or were never kept; null takes one away",
    "POST /_sandbox/orders/:id/move {terminalGroupId?}":
      "hand over to another terminal group under a new id",
    "POST /_sandbox/guests/:phone/points {sum, wallet?}":
      "roubles spent (below zero) or given at the till; wallet is a name, the bonuses when left out",
    "GET /_sandbox/holds":
      "points that were held, and what became of each hold: held, cancelled or settled",
    "GET|PUT /_sandbox/till {speed?, paused?}":
      "how fast it cooks; at speed 1 an order is delivered in 25 s",
    "PUT /_sandbox/terminals/:id {alive}": "a dead terminal group takes no orders",
    "PUT /_sandbox/menu/prices {article, sizeCode?, price}": "roubles; null is 'not sold here'",
    "PUT /_sandbox/restaurant {priceCategories?, deleted?, articles?: [{productId, article}], menuIsEmpty?: true, menuOf?: 10000, halvesAreHalved?, menuSoldIn?: [organizationId], saleHours?: [{section, hours: [{begin, end, days}]}], menuHours?: [{begin, end}], comboDates?: [{article, from, to}]}":
      "what the key's prices go by, which payment types, discounts, order types and marketing sources are deleted, what the menu holds, how the till prices halves, which organizations the external menu has prices for, when a section, the whole menu or a combo is sold",
    "PUT /_sandbox/delivery-restrictions/:organizationId {restrictions?, deliveryZones?, useSameMinSum?, ...}":
      "where an organization delivers, in iiko's words; the till refuses others with the switch checkRestrictions",
    "PUT /_sandbox/streets/:organizationId {cities: [{name, isDeleted?, streets: [{name, isDeleted?, location?: {latitude, longitude}}]}]}":
      "replaces an organization's address book; ids are those of the names; a street without a location is not found on a map",
    "PUT /_sandbox/stop-list {items: [{terminalGroupId?, article, sizeId?, balance}]}":
      "replaces the stop lists, sends a web hook",
    "GET|POST|DELETE /_sandbox/faults {path?, organizationId?, times?, fault: {kind, ...}}":
      "what goes wrong next; times 0 is until cleared",
    "GET|PUT /_sandbox/switches": "behaviours in which real accounts differ",
    "POST /_sandbox/tokens/expire": "every token is expired at once",
    "GET /_sandbox/calls": "how often every path was called",
    "GET|DELETE /_sandbox/mail": "messages caught by the SMTP server",
    "GET|DELETE /_sandbox/telegram": "messages caught by the Bot API (/bot<any token>/sendMessage)",
    "GET|DELETE /_sandbox/vk": "messages caught by VK's API (/method/messages.send, any token)",
    "GET /_sandbox/images/:article.png": "pictures of the menu",
    "POST /_sandbox/reset": "back to the demo restaurant without orders",
  },
  faults: {
    answer:
      "status {status, body?, retryAfterSeconds?, afterWork?} · delay {ms} · hang {afterWork?} · drop-before · drop-after · truncate · html {status, afterWork?} · rate-limit {retryAfterSeconds?} · huge {bytes} · unauthorized · refusal {code} (of vk: its error with HTTP 200)",
    creation: "late-acceptance {ms} · creation-error {code, message} · stay-in-progress {ms}",
    webHook: "webhook-loss · webhook-duplicate · webhook-reorder",
    path: "an exact path such as /api/1/deliveries/create, or smtp, or telegram, or vk; any /api path when absent; a status of smtp is the mail server's code, any other fault of it 451",
  },
};
