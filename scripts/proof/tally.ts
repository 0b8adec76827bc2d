import { judge, type Verdict } from "./judge";
import { type World } from "./world";

/** What became of all orders of all parts of the proof. */
export class Tally {
  private readonly verdicts = new Map<Verdict, string[]>();
  private reserved = 0;

  /** Judges every order of a world that has come to rest. */
  async add(world: World): Promise<void> {
    for (const evidence of await world.evidence()) {
      const verdict = judge(evidence);
      this.verdicts.set(verdict, [...(this.verdicts.get(verdict) ?? []), evidence.number]);
    }
    this.reserved += await world.pointsReserved();
  }

  get holds(): boolean {
    return this.lost + this.doubled + this.reserved === 0;
  }

  print(): void {
    const accepted = [...this.verdicts.values()].flat().length;
    const people = this.count("with people") + this.count("with people, till has it too");
    const counts = [accepted, this.count("in till"), people, this.lost, this.doubled, this.reserved];
    console.log(
      "\norders accepted / in till exactly once / handed to people exactly once / lost / doubled / points left reserved",
    );
    console.log(counts.join(" / "));
    for (const verdict of ["lost", "doubled", "unsettled"] as const) {
      const numbers = this.verdicts.get(verdict) ?? [];
      if (numbers.length > 0) console.log(`${verdict}: orders ${numbers.join(", ")}`);
    }
  }

  /** Whoever has not come to rest in time counts as lost. */
  private get lost(): number {
    return this.count("lost") + this.count("unsettled");
  }

  private get doubled(): number {
    return this.count("doubled");
  }

  private count(verdict: Verdict): number {
    return this.verdicts.get(verdict)?.length ?? 0;
  }
}
