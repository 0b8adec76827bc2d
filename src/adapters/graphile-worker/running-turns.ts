import { type JobFlags } from "./job-flags";

export interface Turn extends JobFlags {
  readonly keyId: string | null;
}

type Owner = keyof Turn;

/** The turns that are under way in one lane, counted by whose they are: every search for work asks for that. */
export class RunningTurns {
  private readonly turns = new Set<Turn>();
  private readonly counts: Readonly<Record<Owner, Map<string, number>>> = {
    branchId: new Map(),
    keyId: new Map(),
    queue: new Map(),
  };

  get size(): number {
    return this.turns.size;
  }

  all(): readonly Turn[] {
    return [...this.turns];
  }

  add(turn: Turn): void {
    this.turns.add(turn);
    this.tally(turn, 1);
  }

  /** Safe to repeat. */
  delete(turn: Turn): void {
    if (this.turns.delete(turn)) this.tally(turn, -1);
  }

  count(owner: Owner, id: string): number {
    return this.counts[owner].get(id) ?? 0;
  }

  /** Whose turns are under way. */
  owners(owner: Owner): string[] {
    return [...this.counts[owner].keys()];
  }

  private tally(turn: Turn, change: 1 | -1): void {
    for (const owner of ["branchId", "keyId", "queue"] as const) {
      const id = turn[owner];
      if (id === null) continue;
      const count = this.count(owner, id) + change;
      if (count > 0) this.counts[owner].set(id, count);
      else this.counts[owner].delete(id);
    }
  }
}
