import { createHash } from "node:crypto";

import { GraphQLError, type GraphQLSchema } from "graphql";

import { prepareOperation } from "./prepare-operation";

export const PERSISTED_OPERATION_REQUIRED = "PERSISTED_OPERATION_REQUIRED";
const FORMAT = "apollo-persisted-query-manifest";

interface ManifestEntry {
  readonly id: string;
  readonly body: string;
}

/**
 * A storefront's operations that are known in advance, so that it can request them by hash.
 */
export class PersistedOperations {
  private constructor(private readonly bodies: ReadonlyMap<string, string>) {}

  /**
   * Reads a manifest in the format that `@apollo/generate-persisted-query-manifest` writes: each id
   * is the SHA-256 of its body.
   *
   * @throws {Error} it is not a manifest, or contains operations that this schema would refuse; the
   *   message names all of them
   */
  static read(json: string, schema: GraphQLSchema): PersistedOperations {
    const entries = entriesOf(JSON.parse(json) as unknown);
    const problems = entries.flatMap(({ id, body }, index) => {
      if (sha256(body) !== id)
        return [`operation ${index + 1}: its id is not the SHA-256 of its body`];
      const prepared = prepareOperation(schema, body);
      return "errors" in prepared
        ? prepared.errors.map(({ message }) => `operation ${index + 1}: ${message}`)
        : [];
    });
    if (problems.length > 0) throw new Error(problems.join("; "));
    return new PersistedOperations(new Map(entries.map(({ id, body }) => [id, body])));
  }

  bodyOf(hash: string): string | undefined {
    return this.bodies.get(hash);
  }

  /** @throws {GraphQLError} the document is not one of them */
  require(text: string | undefined): void {
    if (text !== undefined && this.bodies.has(sha256(text))) return;
    const extensions = { code: PERSISTED_OPERATION_REQUIRED };
    throw new GraphQLError("Only operations that were agreed upon are answered here", {
      extensions,
    });
  }
}

function entriesOf(manifest: unknown): readonly ManifestEntry[] {
  const { format, version, operations } = (manifest ?? {}) as Record<string, unknown>;
  if (format !== FORMAT || version !== 1 || !Array.isArray(operations)) {
    throw new Error(`it must have "format": "${FORMAT}", "version": 1 and a list of operations`);
  }
  return operations.map((entry: unknown, index) => {
    const { id, body } = (entry ?? {}) as Record<string, unknown>;
    if (typeof id === "string" && typeof body === "string") return { id, body };
    throw new Error(`operation ${index + 1} must have an id and a body`);
  });
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
