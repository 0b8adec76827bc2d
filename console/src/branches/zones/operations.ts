// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../../gateway/operation.ts";

/** A currency as an ISO 4217 code. */
export type CurrencyCode =
  | "AMD"
  | "BYN"
  | "EUR"
  | "GEL"
  | "KZT"
  | "RUB"
  | "USD"
  | "UZS";

/** Where an order would be delivered: coordinates, the street's id and the house, or an address in words, which the POS is asked about. The more is given, the surer the answer. */
export interface DeliveryPlaceInput {
  /** Building or block of the house («корпус», «строение»), if it has one. At most 10 characters. */
  readonly building?: string | null | undefined;
  /** Town. May be omitted where the restaurant serves only one town. At most 60 characters. */
  readonly city?: string | null | undefined;
  /** House number with its letter or fraction, if any, for example "12/2". At most 100 characters. */
  readonly house?: string | null | undefined;
  /** Degrees north, −90 to 90, as "55.7558"; only together with the longitude. */
  readonly latitude?: string | null | undefined;
  /** Degrees east, −180 to 180, as "37.6176"; only together with the latitude. */
  readonly longitude?: string | null | undefined;
  /** Name of the street, spelt as in the restaurant's POS if you know how it is spelt there. Without coordinates the POS is asked where the house is. At most 60 characters. */
  readonly street?: string | null | undefined;
  /** The POS's id of the street, if the site knows it. At most 100 characters. */
  readonly streetIdInPos?: string | null | undefined;
}

export interface ZonesVariables {
  readonly branchId: string;
}

export interface ZonesAnswer {
  /** A branch by its id; null if there is none or your key may not work on it. */
  readonly branch: {
    /** The id that arguments named branchId take. */
    readonly id: string;
    /** Where the branch delivers, in the order in which overlapping zones win; empty if it delivers anywhere. */
    readonly deliveryZones: readonly {
      /** Name of the zone. Several zones of a POS may share one, each with its terms for other times. */
      readonly name: string;
      /** The area as a GeoJSON geometry (MultiPolygon) for a map; null if the zone is a list of streets, or is anywhere. */
      readonly area: string | null;
      /** Where zones overlap, the lowest number decides. */
      readonly priority: number;
      /** How many minutes an order usually takes; null if nobody said. */
      readonly minutes: number | null;
      /** Delivery fee of the zone; null means the fee of the branch. */
      readonly fee: {
        /** The amount as a decimal string with two decimal places: "449.90". */
        readonly amount: string;
        /** The currency of the branch. */
        readonly currencyCode: CurrencyCode;
      } | null;
      /** Delivery is free from this sum of dishes, before discounts; null means never, or as the branch says if the zone has no fee of its own. */
      readonly freeFrom: {
        /** The amount as a decimal string with two decimal places: "449.90". */
        readonly amount: string;
        /** The currency of the branch. */
        readonly currencyCode: CurrencyCode;
      } | null;
      /** Least sum of dishes, before discounts; null if there is no minimum. */
      readonly minimumSum: {
        /** The amount as a decimal string with two decimal places: "449.90". */
        readonly amount: string;
        /** The currency of the branch. */
        readonly currencyCode: CurrencyCode;
      } | null;
    }[];
  } | null;
}

export const Zones: Operation<ZonesAnswer, ZonesVariables> = {
  document: `query Zones($branchId: ID!) {
  branch(id: $branchId) {
    id
    deliveryZones {
      name
      area
      priority
      minutes
      fee {
        amount
        currencyCode
      }
      freeFrom {
        amount
        currencyCode
      }
      minimumSum {
        amount
        currencyCode
      }
    }
  }
}`,
};

export interface DeliveryToVariables {
  readonly branchId: string;
  readonly address: DeliveryPlaceInput;
}

export interface DeliveryToAnswer {
  /** Which of several branches would deliver to an address, for which fee and minimum, and when. createOrder and quoteOrder judge by the same rule. A POS is called only where an address in words is, for two seconds at most, and what it says is kept for a month. */
  readonly deliveryOptions: {
    /** One for each branch that exists and you may see, in the order of branchIds. */
    readonly options: readonly {
      /** Whether the branch would deliver the order. */
      readonly served: boolean;
      /** Name of the zone that decides; null if the branch has no zones, or the place is in none. */
      readonly zone: string | null;
      /** How many minutes an order placed now would take; null if neither the zone nor the branch says. */
      readonly minutes: number | null;
      /** Delivery fee for this sum; 0 for free delivery. */
      readonly fee: {
        /** The amount as a decimal string with two decimal places: "449.90". */
        readonly amount: string;
        /** The currency of the branch. */
        readonly currencyCode: CurrencyCode;
      };
      /** Delivery is free from this sum of dishes, before discounts; null means never. */
      readonly freeFrom: {
        /** The amount as a decimal string with two decimal places: "449.90". */
        readonly amount: string;
        /** The currency of the branch. */
        readonly currencyCode: CurrencyCode;
      } | null;
      /** Least sum of dishes, before discounts; null if there is no minimum. */
      readonly minimumSum: {
        /** The amount as a decimal string with two decimal places: "449.90". */
        readonly amount: string;
        /** The currency of the branch. */
        readonly currencyCode: CurrencyCode;
      } | null;
      /** Why it would not; null if it would. The same that createOrder would answer. */
      readonly reason: ({
        /** What is wrong, in one sentence that can be shown to the user. */
        readonly message: string;
      }) | null;
    }[];
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** What is wrong, in one sentence that can be shown to the user. */
      readonly message: string;
    })[];
  };
}

export const DeliveryTo: Operation<DeliveryToAnswer, DeliveryToVariables> = {
  document: `query DeliveryTo($branchId: ID!, $address: DeliveryPlaceInput!) {
  deliveryOptions(input: {branchIds: [$branchId], address: $address}) {
    options {
      served
      zone
      minutes
      fee {
        amount
        currencyCode
      }
      freeFrom {
        amount
        currencyCode
      }
      minimumSum {
        amount
        currencyCode
      }
      reason {
        message
      }
    }
    userErrors {
      message
    }
  }
}`,
};

export interface ImportZonesVariables {
  readonly branchId: string;
  readonly geoJson: string;
}

export interface ImportZonesAnswer {
  /** Gives a branch the delivery zones of a map: all of them, or none if one of them is not valid. Safe to repeat. */
  readonly importDeliveryZones: {
    /** Everything that is wrong with the input, listed completely; nothing was changed in that case. Empty on success. */
    readonly userErrors: readonly ({
      /** Path into the arguments, for example input.lines.0.sizeId. */
      readonly field: readonly string[] | null;
      /** What is wrong, in one sentence that can be shown to the user. */
      readonly message: string;
    })[];
  };
}

export const ImportZones: Operation<ImportZonesAnswer, ImportZonesVariables> = {
  document: `mutation ImportZones($branchId: ID!, $geoJson: String!) {
  importDeliveryZones(input: {branchId: $branchId, geoJson: $geoJson}) {
    userErrors {
      field
      message
    }
  }
}`,
};
