import { type DocumentNode, type GraphQLSchema } from "graphql";

import { type CacheKey, cacheKey } from "./cache-key";
import { keptDocuments, weightOfDocument } from "./kept-documents";
import { type PreparedOperation, prepareOperation } from "./prepare-operation";

/** Limit for retained documents; all visitors of a page send the same few. */
const KEPT_DOCUMENTS_BYTES = 16 * 2 ** 20;

/** A document that live subscriptions hold, and how many of them do. */
interface LiveDocument {
  readonly document: DocumentNode;
  readonly key: CacheKey;
  readonly bytes: number;
  holders: number;
}

/**
 * Parsed documents: some that were requested recently, and one copy of each that a live
 * subscription holds.
 */
export class LiveDocuments {
  private readonly kept = keptDocuments(KEPT_DOCUMENTS_BYTES);
  private readonly live = new Map<CacheKey, LiveDocument>();

  constructor(private readonly schema: GraphQLSchema) {}

  prepare(text: string): PreparedOperation {
    const key = cacheKey(text);
    const document = this.live.get(key)?.document ?? this.kept.get(key);
    if (document) return { document };
    const prepared = prepareOperation(this.schema, text);
    if ("document" in prepared) this.kept.set(key, prepared.document);
    return prepared;
  }

  /**
   * Holds a document that `prepare` returned and gives its weight. Anyone who asks for the same
   * text gets this copy until `release`.
   */
  hold(document: DocumentNode): LiveDocument {
    const key = cacheKey(document.loc?.source.body);
    const live = this.live.get(key) ?? {
      document,
      key,
      bytes: weightOfDocument(document),
      holders: 0,
    };
    live.holders += 1;
    this.live.set(key, live);
    return live;
  }

  release(live: LiveDocument): void {
    live.holders -= 1;
    if (live.holders === 0) this.live.delete(live.key);
  }
}
