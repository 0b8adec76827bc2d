// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

/** How a guest pays, in Result.Rest's terms. */
export type PaymentMethod =
  | "BONUS"
  | "CARD_ON_DELIVERY"
  | "CASH"
  | "ONLINE";

export interface TaskExampleVariables {
  readonly branchId: string;
}

export interface TaskExampleAnswer {
  /** A branch by its id; null: there is none, or your key is for others only. */
  readonly branch: {
    /** What guests and operators call the branch. */
    readonly name: string;
    /** Grows with every saved change of the settings; saveBranchSettings expects it. */
    readonly version: number;
    /** How the branch is tied to its POS, and what it takes from guests. For operators of the branch, else FORBIDDEN. */
    readonly settings: {
      /** The restaurant in the POS: Organization.posId; null: the branch is not connected. */
      readonly organizationId: string | null;
      /** null: the POS chooses the terminal group itself. */
      readonly terminalGroupId: string | null;
      /** The external menu in the POS that the branch's menu is read from; null: its nomenclature is read. */
      readonly externalMenuId: string | null;
      /** What the till books for each way of paying; a way that is missing is not mapped. */
      readonly paymentTypes: readonly {
        /** The guest's way of paying. */
        readonly method: PaymentMethod;
        /** null is «не выбрано»: no payment is sent and the till asks. */
        readonly posPaymentTypeId: string | null;
        /** Paid already: the till must not take the money again. */
        readonly processedExternally: boolean;
      }[];
      /** What a delivery by courier costs the guest. */
      readonly delivery: {
        /** What the way costs the guest. */
        readonly fee: string;
        /** Dishes for this much, before discounts, are brought for nothing; null: none are. */
        readonly freeFrom: string | null;
        /** The POS's product that stands for the delivery; null is «не выбрано»: the order's comment tells the fee. */
        readonly posProductId: string | null;
      };
      /** Quotes ask iiko's loyalty programme what it gives and takes; orders by such a quote carry its discounts. */
      readonly quotesByPosLoyalty: boolean;
      /** iiko is asked to hold an order's points before it gets the order; off until it is set. */
      readonly holdBonuses: boolean;
    };
    /** The headings of the branch's menu, in menu order. */
    readonly sections: {
      /** The page's entries, for whoever needs no cursor of each. */
      readonly nodes: readonly {
        /** Opaque, and never another object's: keep it, compare it, hand it back. */
        readonly id: string;
      }[];
    };
  } | null;
  /** null: never refreshed, or no branch that you operate. */
  readonly posMenu: {
    /** Each product once, however many categories list it. */
    readonly items: {
      /** The page's entries, for whoever needs no cursor of each. */
      readonly nodes: readonly {
        /** As the POS has it: may be missing, no number, or not unique. */
        readonly article: string | null;
      }[];
    };
  } | null;
  /** Of one branch, newest first; those that are over are among them. */
  readonly promotions: {
    /** The page's entries, for whoever needs no cursor of each. */
    readonly nodes: readonly {
      /** What disablePromotion and generatePromoCodes take. */
      readonly id: string;
    }[];
  };
  /** Orders of the branches the key is for, newest first. */
  readonly orders: {
    /** The page's entries, for whoever needs no cursor of each. */
    readonly nodes: readonly {
      /** What guest and restaurant call the order. It opens nothing. */
      readonly number: string;
    }[];
  };
}

export const TaskExample: Operation<TaskExampleAnswer, TaskExampleVariables> = {
  document: `query TaskExample($branchId: ID!) {
  branch(id: $branchId) {
    name
    version
    settings {
      organizationId
      terminalGroupId
      externalMenuId
      paymentTypes {
        method
        posPaymentTypeId
        processedExternally
      }
      delivery {
        fee
        freeFrom
        posProductId
      }
      quotesByPosLoyalty
      holdBonuses
    }
    sections(first: 1) {
      nodes {
        id
      }
    }
  }
  posMenu(branchId: $branchId) {
    items(first: 5) {
      nodes {
        article
      }
    }
  }
  promotions(branchId: $branchId, first: 1) {
    nodes {
      id
    }
  }
  orders(filter: {branchIds: [$branchId]}, first: 1) {
    nodes {
      number
    }
  }
}`,
};
