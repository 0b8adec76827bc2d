/** How another service identifies an object: its type and the fields of one of its keys. */
export type Representation = Readonly<Record<string, unknown>> & { readonly __typename: string };

/** Objects that other services of a graph may reference and add fields to. */
export interface EntityType<Context> {
  readonly name: string;
  /** Each is a set of fields that identifies one object: `id`, or `branchId article`. */
  readonly keys: readonly string[];
  /** The class of the objects that `read` returns. */
  readonly objects: abstract new (...made: never[]) => object;
  /**
   * Reads all of them together, in their order. null: there is no such object, or none that the
   * caller may see; the caller cannot tell the two apart.
   */
  readonly read: (
    representations: readonly Representation[],
    context: Context,
  ) => Promise<readonly (object | null)[]>;
}

/** Anything longer cannot identify an object of ours and is not looked up. */
const LONGEST_PART = 100;

/** Returns a part of a key as text; undefined: it is missing, or cannot identify anything. */
export function partOf(representation: Representation, field: string): string | undefined {
  const part = Object.hasOwn(representation, field) ? representation[field] : undefined;
  return typeof part === "string" && part.length <= LONGEST_PART ? part : undefined;
}
