import { freshKey } from "../gateway/fresh-key";
import { type TaskId } from "../language/words";
import checkConnection from "./check-connection.graphql?raw";
import findOrder from "./find-order.graphql?raw";
import guestPoints from "./guest-points.graphql?raw";
import importSection from "./import-section.graphql?raw";
import { type TaskExampleAnswer } from "./operations";
import promotions from "./promotions.graphql?raw";
import retryDeadLetters from "./retry-dead-letters.graphql?raw";
import setUpBranch from "./set-up-branch.graphql?raw";
import syncPrices from "./sync-prices.graphql?raw";
import watchOrders from "./watch-orders.graphql?raw";

export interface Live extends TaskExampleAnswer {
  readonly branchId: string;
}

export interface Task {
  readonly id: TaskId;
  readonly document: string;
  /**
   * Filled from the branch's present data, so that a query runs unchanged. Operations that change
   * something for good get no preselected subject.
   */
  readonly variables: (live: Live) => object;
}

const IMPORTED = [
  "NAME",
  "SIZES",
  "PRICE",
  "DESCRIPTION",
  "OPTIONS",
  "IMAGES",
  "WEIGHT",
  "NUTRITION",
  "AVAILABILITY",
];

/**
 * For a branch that is yet to be connected: with another branch's values filled in, a run would
 * change or repeat that one.
 */
const BLANK_SETTINGS = {
  pos: "IIKO",
  organizationIdInPos: "",
  terminalGroupIdInPos: "",
  externalMenuId: "",
  paymentTypes: [{ method: "CASH", paymentTypeIdInPos: "", processedExternally: false }],
  delivery: { fee: "0.00", freeFrom: null, productIdInPos: null },
  quotesByPosLoyalty: false,
  holdPoints: false,
};

export const TASKS: readonly Task[] = [
  {
    id: "setUpBranch",
    document: setUpBranch,
    variables: () => ({
      branchId: "",
      version: 1,
      newBranchName: "",
      apiLogin: "",
      settings: BLANK_SETTINGS,
    }),
  },
  { id: "checkConnection", document: checkConnection, variables: ({ branchId }) => ({ branchId }) },
  {
    id: "importSection",
    document: importSection,
    variables: ({ branchId, branch, posMenu }) => ({
      branchId,
      input: {
        branchId,
        sectionId: branch?.sections.nodes[0]?.id ?? "",
        articles: posMenu?.items.nodes.flatMap(({ article }) => article ?? []) ?? [],
        fields: IMPORTED,
      },
      planId: "",
      applyKey: freshKey(),
    }),
  },
  {
    id: "syncPrices",
    document: syncPrices,
    variables: ({ branchId }) => ({
      input: { branchId, refresh: true },
      planId: "",
      applyKey: freshKey(),
    }),
  },
  {
    id: "findOrder",
    document: findOrder,
    variables: ({ branchId, orders }) => ({
      filter: { branchIds: [branchId], number: orders.nodes[0]?.number ?? "" },
    }),
  },
  {
    id: "retryDeadLetters",
    document: retryDeadLetters,
    variables: ({ branchId }) => ({ branchId }),
  },
  { id: "watchOrders", document: watchOrders, variables: ({ branchId }) => ({ branchId }) },
  {
    id: "promotions",
    document: promotions,
    variables: ({ branchId }) => ({
      branchId,
      promotion: {
        name: "",
        kind: "PERCENT",
        percent: 10,
        branchIds: [branchId],
        codes: [],
        usesPerCode: 1,
      },
      // The tab can switch off a promotion for good, so the user has to say which one.
      promotionId: "",
      count: 10,
      prefix: "",
    }),
  },
  {
    id: "guestPoints",
    document: guestPoints,
    variables: ({ branchId }) => ({ branchId, phone: "" }),
  },
];
