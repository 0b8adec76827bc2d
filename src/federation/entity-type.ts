/** How another service names an object: its type and the fields of one of its keys. */
export type Representation = Readonly<Record<string, unknown>> & { readonly __typename: string };

/** Objects that other services of a graph may name, and add fields to. */
export interface EntityType<Context> {
  readonly name: string;
  /** Each a set of fields that names one object: `id`, or `branchId article`. */
  readonly keys: readonly string[];
  /** What `read` gives are instances of it. */
  readonly objects: abstract new (...made: never[]) => object;
  /**
   * Reads all of them at once, in their order. null: there is none of that name, or none that the
   * caller may see, which are one and the same to the caller.
   */
  readonly read: (
    representations: readonly Representation[],
    context: Context,
  ) => Promise<readonly (object | null)[]>;
}

/** What is longer names nothing of ours, and is not looked for. */
const LONGEST_PART = 100;

/** A part of a key as text; undefined: it is left out, or nothing that could name anything. */
export function partOf(representation: Representation, field: string): string | undefined {
  const part = Object.hasOwn(representation, field) ? representation[field] : undefined;
  return typeof part === "string" && part.length <= LONGEST_PART ? part : undefined;
}
