import { describeEvidence } from "./describe-evidence";
import { judge, type Verdict, WITH_PEOPLE } from "./judge";
import { type World } from "./world";

/** Verdicts that break the promise, or leave open whether it was kept. */
const BAD: readonly Verdict[] = [
  "lost",
  "doubled",
  "told twice",
  "channel missed",
  "not settled in time",
  "cancelled, made all the same",
];

/** What became of all orders in all parts of the proof. */
export class Tally {
  private readonly verdicts = new Map<Verdict, string[]>();
  private readonly remarks: string[] = [];
  private reserved = 0;
  private used = 0;
  /** Places in slots. */
  private places = 0;
  private outsideHours = 0;
  private whileSilent = 0;
  private twoTimes = 0;

  /** Judges every order of a world that has settled. */
  async add(world: World): Promise<void> {
    for (const evidence of await world.evidence()) {
      const verdict = judge(evidence);
      this.verdicts.set(verdict, [...(this.verdicts.get(verdict) ?? []), evidence.number]);
      if (BAD.includes(verdict)) {
        const timeline = await world.timeline(evidence.number);
        this.remarks.push(`${verdict}: ${describeEvidence(evidence, timeline)}`);
      }
    }
    this.reserved += await world.pointsReserved();
    this.used += await world.promoCodesUsed();
    const broken = await world.rules?.broken();
    this.places += broken?.slots ?? 0;
    this.outsideHours += broken?.hours ?? 0;
    this.whileSilent += broken?.till ?? 0;
    this.twoTimes += broken?.times ?? 0;
  }

  get holds(): boolean {
    const orders = this.lost + this.doubled + this.toldTwice + this.unsettled;
    const rules = this.places + this.outsideHours + this.whileSilent + this.twoTimes;
    return orders + this.reserved + this.used + rules === 0;
  }

  print(): void {
    const cancelled = this.count("cancelled");
    const accepted = [...this.verdicts.values()].flat().length - cancelled;
    const people = WITH_PEOPLE.reduce((sum, verdict) => sum + this.count(verdict), 0);
    console.log(
      "\norders accepted / in till exactly once / handed to people exactly once / lost / doubled / told twice unmarked / points left reserved",
    );
    const bad = [this.lost, this.doubled, this.toldTwice, this.reserved];
    console.log([accepted, this.count("in till"), people, ...bad].join(" / "));
    console.log(
      `beside these: ${cancelled} cancelled by their guests; promo codes left used: ${this.used}; ` +
        `places of slots leaked or overbooked: ${this.places}; dishes sold outside their hours: ${this.outsideHours}; ` +
        `taken for a silent till: ${this.whileSilent}; promised otherwise than the till was told: ${this.twoTimes}`,
    );
    const copies = this.verdicts.get("with people, marked copy") ?? [];
    if (copies.length > 0) console.log(`with people, marked copy: orders ${copies.join(", ")}`);
    for (const remark of this.remarks) console.log(remark);
  }

  get lost(): number {
    return this.count("lost") + this.count("channel missed");
  }

  private get unsettled(): number {
    return this.count("not settled in time") + this.count("cancelled, made all the same");
  }

  get doubled(): number {
    return this.count("doubled");
  }

  private get toldTwice(): number {
    return this.count("told twice");
  }

  private count(verdict: Verdict): number {
    return this.verdicts.get(verdict)?.length ?? 0;
  }
}
