import { type JobsWords } from "./jobs-words";

const BY_ITSELF =
  "Nothing: the job repeats automatically. If it stands still for long, see below the list of jobs whether iiko answers.";

export const ENGLISH_JOB_KINDS: JobsWords["kinds"] = {
  "send-order": {
    name: "Send the order to the till",
    what: "Passes the order to iiko, as often as it takes, and only one order.",
    todo: "Open the order: it says whether the till has it. Send it again or enter it by hand.",
  },
  "confirm-submission": {
    name: "Find out whether the till has the order",
    what: "iiko received the order and did not say whether it took it: the gateway asks until it knows.",
    todo: "Open the order and look for it on the till: if it is there, enter its number; if not, enter the order by hand.",
  },
  "tell-people": {
    name: "Notify the staff of an order",
    what: "Writes to the branch's recipients about an order that a person has to enter.",
    todo: "Enter the order by hand, and send a test message to the recipients from the page of the branch.",
  },
  "cancel-order": {
    name: "Cancel the order at the till",
    what: "Passes the cancellation to iiko and waits for its outcome.",
    todo: "Open the order: it says how the cancellation ended. If the till still has it, cancel it there.",
  },
  "cancel-hold": {
    name: "Give the guest's points back",
    what: "Releases in iiko the points held for an order that did not happen.",
    todo: "If the guest cannot spend points, release the hold in iiko.",
  },
  "catch-up-order": {
    name: "Record news of an order",
    what: "News came while somebody was working on the order: it is recorded next.",
    todo: "Nothing: the same news comes with the next poll of iiko.",
  },
  "record-webhook": {
    name: "Read a message from iiko",
    what: "iiko sent news about orders or the menu.",
    todo: "Nothing: polling brings the same news. If there are many such jobs, check the branch's web hook.",
  },
  "alert-late-orders": {
    name: "Look for late orders",
    what: "Checks every few seconds which orders the staff must be notified of.",
    todo: BY_ITSELF,
  },
  "check-webhooks": {
    name: "Check the web hooks",
    what: "Checks whether iiko sends news to the gateway's address, and registers it again if not.",
    todo: BY_ITSELF,
  },
  "forget-old": {
    name: "Delete what may not be kept any longer",
    what: "Erases guests' data and logs whose time is over.",
    todo: BY_ITSELF,
  },
  "refresh-delivery-zones": {
    name: "Read delivery zones",
    what: "Learns from iiko where branches deliver, for those that deliver by its zones.",
    todo: BY_ITSELF,
  },
  "refresh-streets": {
    name: "Read streets",
    what: "Learns from iiko which streets its restaurants deliver to, once a day.",
    todo: BY_ITSELF,
  },
  "watch-tills": {
    name: "Look whether tills answer",
    what: "Pauses as-soon-as-possible orders of a branch whose till does not answer, and lifts the pause.",
    todo: BY_ITSELF,
  },
  "plan-polls": {
    name: "Plan the polling of iiko",
    what: "Decides about which branches' orders iiko is asked next.",
    todo: BY_ITSELF,
  },
  "poll-orders": {
    name: "Ask iiko about orders in progress",
    what: "Learns statuses that iiko has not reported by itself.",
    todo: BY_ITSELF,
  },
  "refresh-pos-menus": {
    name: "Plan the reading of menus",
    what: "Sees to it that every branch's menu is read in time.",
    todo: BY_ITSELF,
  },
  "refresh-pos-menu": {
    name: "Read iiko's menu",
    what: "Reads the menu of a branch. The catalogue does not change.",
    todo: "Refresh the menu in the catalogue: it says what iiko answered.",
  },
  "refresh-stop-lists": {
    name: "Read the stop lists",
    what: "Learns what the kitchens are out of.",
    todo: BY_ITSELF,
  },
  "work-branches-plan": {
    name: "Carry out a plan for many branches",
    what: "Works out, applies or takes back a plan, branch by branch.",
    todo: "Run it again: branches that are done stay done.",
  },
};
