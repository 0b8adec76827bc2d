import { type GraphQLField } from "graphql";

/**
 * How many items a list has, or how many bytes a text takes in JSON: at most in one row, and in all
 * rows together.
 */
export interface Extent {
  readonly most: number;
  readonly total: number;
  /**
   * Of a field that refers to what others refer to as well: by how many at most. Default 1: each
   * has its own.
   */
  readonly sharedBy?: number;
}

/**
 * What lists and texts there are, by coordinates such as `Product.sizes`. What it does not have is
 * assumed.
 */
export type DataShape = ReadonlyMap<string, Extent>;

export const NO_SHAPE: DataShape = new Map();

/**
 * A field of an operation with its arguments as values: what the client wrote, its variables, and
 * the schema's defaults.
 */
export interface AskedField {
  readonly coordinate: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly definition: GraphQLField<unknown, unknown>;
}

/** How many rows a page, or a list of ids, asks for; undefined: the field is neither. */
export function firstOf({ definition, args }: AskedField): number | undefined {
  const named = args["ids"] ?? args["representations"];
  if (Array.isArray(named)) return named.length;
  if (!definition.args.some(({ name }) => name === "first")) return undefined;
  return typeof args["first"] === "number" ? Math.max(args["first"], 0) : 1;
}

/** What is asked for at one place of an operation, and what is known of it. */
export interface CostBasis {
  readonly shape: DataShape;
  /**
   * What a field takes besides writing its values, once for each row it stands in; 1 is one plain
   * value.
   */
  readonly workOf: (field: AskedField, shape: DataShape) => number;
  /** How long the longest list of a field is, as far as the shape does not say. */
  readonly lengthOf: (coordinate: string) => number;
}

/** What the data behind a schema is like, and what the server cannot know of its resolvers. */
export interface DataCosts {
  /** What is reached through this field at the root. */
  shapeOf(root: AskedField | undefined): Promise<DataShape>;
  readonly workOf: CostBasis["workOf"];
  /** Of all lists of these types the shape tells the length. Default: of none. */
  readonly shapedTypes?: ReadonlySet<string>;
  /** The largest operation that everybody needs: it is admitted however much data there is. */
  readonly yardstick: string;
}
