import { addressKey } from "../../domain/delivery/address-key";
import { type PosAddressAnswer, type WantedPlace } from "../../domain/delivery/pos-address";
import { type BranchSettings } from "../../entities/branches/branch-settings";
import { type AddressQuestions } from "../../ports/address-questions";
import { type Clock } from "../../ports/clock";
import { can } from "../../ports/pos/pos";
import { type Secrets } from "../../ports/secrets";
import { readableAccess } from "../pos/branches-of-keys";
import { type LostOrganizations } from "../pos/lost-organizations";
import { type PosConnections } from "../pos/pos-connections";
import { isPosError } from "../pos/pos-user-error";
import { type Remembered } from "../pos/remembered";
import { withTimeout } from "../pos/with-timeout";
import { DEADLINE_MS, UNANSWERED_MS } from "./address-limits";
import { type LocatedAddresses } from "./located-addresses";

/**
 * What the POS answered; "unasked" if the first caller had exceeded its request limit; null if the
 * POS did not answer.
 */
type Told = PosAddressAnswer | "unasked" | null;

/** Where an order is to be delivered, and what has to be found out about that place. */
interface Sought {
  readonly place: WantedPlace;
  /** Also find out which tills deliver there, because the POS decides about that. */
  readonly decides: boolean;
}

/** A question about an address of an organization. */
interface Question {
  readonly settings: BranchSettings;
  readonly organizationId: string;
  readonly place: WantedPlace;
  /** A keyed hash of the address. */
  readonly key: string;
}

/**
 * Finds out where an address is, from stored answers or else from the POS, which is asked once for
 * all who want to know the same simultaneously.
 */
export class LocateAddress {
  private readonly asking = new Map<string, Promise<Told>>();

  constructor(
    private readonly parts: {
      readonly kept: LocatedAddresses;
      readonly connections: PosConnections;
      readonly lostOrganizations: LostOrganizations;
      readonly secrets: Pick<Secrets, "mac">;
      readonly clock: Clock;
      /** Until when (Unix milliseconds) the POS is not asked about an address again. */
      readonly unanswered: Remembered;
    },
  ) {}

  /**
   * Waits for at most two seconds, and never fails when a POS does not answer.
   *
   * @param questions null if no POS is asked
   * @returns null if the location is unknown
   */
  async execute(
    settings: BranchSettings,
    { place, decides }: Sought,
    questions: AddressQuestions | null,
  ): Promise<PosAddressAnswer | null> {
    const { organizationId } = settings;
    const plain = placeKey(place);
    if (organizationId === null || plain === null) return null;
    const key = this.parts.secrets.mac("address", JSON.stringify([organizationId, plain]));
    const kept = await this.parts.kept.find(organizationId, key);
    const isEnough = kept !== null && (kept.isFresh || !decides);
    if (isEnough || !questions || this.isLeftAlone(key)) return kept;
    const question = { settings, organizationId, place, key };
    try {
      return (await withTimeout(this.join(question, questions), DEADLINE_MS)) ?? kept;
    } catch (error) {
      if (!isPosError(error)) throw error;
      this.leaveAlone(key);
      return kept;
    }
  }

  private async join(question: Question, questions: AddressQuestions) {
    const underWay = this.asking.get(question.key);
    const told = underWay ? await underWay : "unasked";
    const own = told === "unasked" ? await this.begin(question, questions) : told;
    return own === "unasked" ? null : own;
  }

  /** A late answer is stored even if the callers have stopped waiting for it. */
  private begin(question: Question, questions: AddressQuestions): Promise<Told> {
    const { key } = question;
    const answer = this.ask(question, questions);
    this.asking.set(key, answer);
    const ended = () => {
      if (this.asking.get(key) === answer) this.asking.delete(key);
    };
    void answer.then(ended, ended);
    return answer;
  }

  private async ask(
    { settings, organizationId, place, key }: Question,
    questions: AddressQuestions,
  ): Promise<Told> {
    const { connections, lostOrganizations, kept } = this.parts;
    const access = readableAccess(connections, settings);
    if (!access) return null;
    const { pos, credential } = access;
    if (!can(pos, "addresses")) return null;
    if (!(await questions.admit(organizationId))) return "unasked";
    const answer = await lostOrganizations.ask(access, [organizationId], () =>
      pos.locateAddress(credential, organizationId, place, place.point),
    );
    if (!answer) return null;
    await kept.store(organizationId, key, answer);
    return answer;
  }

  private isLeftAlone(key: string): boolean {
    const until = this.parts.unanswered.get(key);
    return until !== undefined && until > this.parts.clock.now().getTime();
  }

  private leaveAlone(key: string): void {
    this.parts.unanswered.set(key, this.parts.clock.now().getTime() + UNANSWERED_MS);
  }
}

/** Key of a point that is already known, to the nearest metre; null if too little is given. */
function placeKey(place: WantedPlace): string | null {
  const inWords = addressKey(place);
  if (place.point === null) return inWords;
  const { latitude, longitude } = place.point;
  return JSON.stringify([inWords, latitude.toFixed(5), longitude.toFixed(5)]);
}
