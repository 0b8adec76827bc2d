import { type Random } from "../../scripts/proof/random";
import { type Metered, type MeteredGateway } from "./metered-gateway";
import { type QueryField, type WrittenQuery, writtenQuery } from "./query-tree";
import { type RandomQueries } from "./random-queries";

/**
 * How much of its most exhausted limit a query uses; above 1 it is refused. undefined: it is
 * invalid or too long.
 */
export type FullnessOf = (query: WrittenQuery) => Promise<number | undefined>;

export interface Found {
  readonly tree: readonly QueryField[];
  readonly written: WrittenQuery;
  readonly fullness: number;
  readonly metered: Metered;
}

/**
 * Fraction of the tries that are generated at random and then made as large as is admitted; the
 * others change the most expensive query so far.
 */
const AT_RANDOM = 0.5;
const GROWTH_STEPS = 400;
const GROWN = 0.93;
const KEPT = 8;

export interface Parts {
  readonly gateway: MeteredGateway;
  readonly queries: RandomQueries;
  readonly random: Random;
  readonly lists: readonly (readonly string[])[];
  readonly fullnessOf: FullnessOf;
}

/** Searches for the admitted queries that cost the gateway most. */
export class WorstQueries {
  /** The most expensive first. */
  private found: Found[] = [];

  constructor(private readonly parts: Parts) {}

  async search(tries: number, tell: (found: Found) => void): Promise<readonly Found[]> {
    for (let tried = 0; tried < tries; tried += 1) {
      const isRandom = tried < tries * AT_RANDOM || this.found.length === 0;
      const tree = isRandom ? await this.grown() : await this.varied();
      if (!tree) continue;
      const found = await this.measured(tree);
      if (!found) continue;
      if (found.metered.cpuMs > (this.found[0]?.metered.cpuMs ?? 0)) tell(found);
      this.found = [...this.found, found]
        .sort((one, other) => other.metered.cpuMs - one.metered.cpuMs)
        .slice(0, KEPT);
    }
    return this.found;
  }

  /** A random query that grows until nothing more is admitted. */
  private async grown(): Promise<readonly QueryField[] | undefined> {
    let tree = this.parts.queries.query();
    let fullness = await this.fullnessOf(tree);
    if (fullness === undefined || fullness > 1) return undefined;
    for (let step = 0; step < GROWTH_STEPS && fullness < GROWN; step += 1) {
      const other = this.parts.queries.changed(tree);
      const larger = await this.fullnessOf(other);
      if (larger !== undefined && larger <= 1 && larger > fullness)
        [tree, fullness] = [other, larger];
    }
    return tree;
  }

  private async varied(): Promise<readonly QueryField[] | undefined> {
    const { random, queries } = this.parts;
    const { tree } = random.one(this.found);
    for (let times = 0; times < 20; times += 1) {
      const other = queries.changed(tree);
      const fullness = await this.fullnessOf(other);
      if (fullness !== undefined && fullness <= 1 && fullness > 0.5) return other;
    }
    return undefined;
  }

  private async measured(tree: readonly QueryField[]): Promise<Found | undefined> {
    const written = writtenQuery(tree, this.parts.lists);
    const metered = await this.parts.gateway.ask(written);
    const fullness = (await this.fullnessOf(tree)) ?? 0;
    return metered.status === 200 ? { tree, written, fullness, metered } : undefined;
  }

  private fullnessOf(tree: readonly QueryField[]): Promise<number | undefined> {
    return this.parts.fullnessOf(writtenQuery(tree, this.parts.lists));
  }
}
