import { ENGLISH_BRANCHES } from "./english-branches";
import { ENGLISH_CATALOGUE } from "./english-catalogue";
import { ENGLISH_JOBS } from "./english-jobs";
import { ENGLISH_MONEY } from "./english-money";
import { ENGLISH_NOW } from "./english-now";
import { ENGLISH_ORDER } from "./english-order";
import { ENGLISH_ORDERS } from "./english-orders";
import { ENGLISH_PEOPLE } from "./english-people";
import { ENGLISH_PROMOTIONS } from "./english-promotions";
import { ENGLISH_KEYBOARD, ENGLISH_PARTS, ENGLISH_SHELL } from "./english-shell";
import { type Words } from "./words";

export const ENGLISH: Words = {
  shell: ENGLISH_SHELL,
  parts: ENGLISH_PARTS,
  keyboard: ENGLISH_KEYBOARD,
  now: ENGLISH_NOW,
  bar: {
    language: "Language",
    theme: "Colours",
    themes: { system: "As the system", light: "Light", dark: "Dark" },
  },
  session: {
    key: "API key",
    enter: "Sign in",
    entering: "Signing in…",
    leave: "Sign out",
    needed: "Sign in with an operator's API key to see this.",
    kept: "The key is kept in this tab only and is gone when you close it.",
    noBranch: "This key works for no branch yet. Connect one in the room “Branches”.",
  },
  failures: {
    byCode: {
      UNAUTHENTICATED:
        "The gateway does not know this key. Check that it is whole and was not revoked.",
      FORBIDDEN: "This key may not do that. An operator's or an administrator's key is needed.",
      RATE_LIMITED: "Too many attempts. Wait a minute and try again.",
      NOT_FOUND: "There is nothing of that kind, or not for this key.",
      POS_UNAVAILABLE: "iiko does not answer. Try again in a minute.",
      POS_RATE_LIMITED: "iiko asks for a pause. Try again in a minute.",
      POS_REJECTED: "iiko refused. Check the connection on the branch’s page.",
      UNREACHABLE: "The gateway does not answer. Check that it runs and that you are online.",
      INTERNAL_SERVER_ERROR: "Something broke in the gateway; its log says what.",
    },
    other: (code) => `The gateway answers ${code}.`,
    requestId: (id) => `In the log: ${id}`,
  },
  panels: { tasks: "Tasks" },
  tasks: {
    lead: "Each opens a tab on the right with an operation that is ready to run. Nothing runs until you press ▶.",
    open: "Open in a tab",
    byId: {
      setUpBranch: {
        title: "Set up a branch",
        what: "Create it, store its iiko key, choose restaurant, tills, menu, payment types and the delivery fee.",
      },
      checkConnection: {
        title: "Check the connection",
        what: "The doctor: what works, what does not, how to fix it.",
      },
      importSection: {
        title: "Refresh and import a section",
        what: "Read iiko's menu, see the plan of an import, then apply exactly that plan.",
      },
      syncPrices: {
        title: "Sync prices",
        what: "What would change, old price and new; then apply the plan.",
      },
      findOrder: {
        title: "Find an order and its timeline",
        what: "By its number: both states and everything that happened.",
      },
      retryDeadLetters: {
        title: "Retry dead letters",
        what: "The orders nobody has, and how to send them again.",
      },
      watchOrders: {
        title: "Watch orders live",
        what: "Everything that happens to the orders of a branch, as it happens.",
      },
      promotions: {
        title: "Promotions and promo codes",
        what: "List them, begin one, make many codes together, switch one off.",
      },
      guestPoints: {
        title: "Check a guest's points",
        what: "By phone: balance, what is held, what was earned and spent.",
      },
    },
  },
  branches: ENGLISH_BRANCHES,
  people: ENGLISH_PEOPLE,
  orders: ENGLISH_ORDERS,
  order: ENGLISH_ORDER,
  money: ENGLISH_MONEY,
  promotions: ENGLISH_PROMOTIONS,
  catalogue: ENGLISH_CATALOGUE,
  jobs: ENGLISH_JOBS,
};
