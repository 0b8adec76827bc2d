import { type GraphQLField } from "graphql";

/**
 * The number of items in a list, or the JSON size of a text in bytes: the maximum in one row and
 * the total over all rows.
 */
export interface Extent {
  readonly most: number;
  readonly total: number;
  /**
   * For a field whose target other rows refer to as well: by how many at most. Default 1: each row
   * has its own.
   */
  readonly sharedBy?: number;
}

/**
 * The lists and texts that exist, by coordinates such as `Product.sizes`. Anything missing is
 * assumed.
 */
export type DataShape = ReadonlyMap<string, Extent>;

export const NO_SHAPE: DataShape = new Map();

/**
 * A field of an operation with its argument values, taken from what the client wrote, its variables
 * and the schema's defaults.
 */
export interface AskedField {
  readonly coordinate: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly definition: GraphQLField<unknown, unknown>;
}

/** How many rows a page or a list of ids asks for; undefined if the field is neither. */
export function firstOf({ definition, args }: AskedField): number | undefined {
  const named = args["ids"] ?? args["representations"];
  if (Array.isArray(named)) return named.length;
  if (!definition.args.some(({ name }) => name === "first")) return undefined;
  return typeof args["first"] === "number" ? Math.max(args["first"], 0) : 1;
}

/** What is needed to cost one place of an operation, and what is known about it. */
export interface CostBasis {
  readonly shape: DataShape;
  /**
   * The work that a field takes besides writing its values, once for each row in which it occurs; 1
   * is one plain value.
   */
  readonly workOf: (field: AskedField, shape: DataShape) => number;
  /** The length of a field's longest list, used where the shape does not give it. */
  readonly lengthOf: (coordinate: string) => number;
}

/**
 * Characteristics of the data behind a schema, and what the server cannot know about its resolvers.
 */
export interface DataCosts {
  /** The shape of the data reachable through this root field. */
  shapeOf(root: AskedField | undefined): Promise<DataShape>;
  readonly workOf: CostBasis["workOf"];
  /** Types for all of whose lists the shape gives the length. Default: none. */
  readonly shapedTypes?: ReadonlySet<string>;
  /**
   * The largest operation that everybody needs: it is always admitted, however much data there is.
   */
  readonly yardstick: string;
}
