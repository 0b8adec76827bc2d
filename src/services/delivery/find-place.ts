import { type Place, wantsPoint } from "../../domain/delivery/judge-place";
import { decisionOf, type WantedPlace } from "../../domain/delivery/pos-address";
import { type BranchSettings } from "../../entities/branches/branch-settings";
import { type AddressQuestions } from "../../ports/address-questions";
import { type ZonesOfBranch } from "./kept-zones";
import { type LocateAddress } from "./locate-address";

interface By extends ZonesOfBranch {
  /** null: the branch has none, and no POS. */
  readonly settings: BranchSettings | null;
}

/** Completes what is known of where an order goes, for the zones of a branch to judge it. */
export class FindPlace {
  constructor(private readonly locateAddress: Pick<LocateAddress, "execute">) {}

  /**
   * What zones can be told by already costs no statement, unless the POS decides about the place.
   *
   * @param questions null: the POS is not asked, and what is known of the address counts
   */
  async execute(
    wanted: WantedPlace,
    { settings, zones, decidedElsewhere }: By,
    questions: AddressQuestions | null,
  ): Promise<Place> {
    if (!settings || !(decidedElsewhere || wantsPoint(zones, wanted))) return wanted;
    const asked = { place: wanted, decides: decidedElsewhere };
    const known = await this.locateAddress.execute(settings, asked, questions);
    if (!known) return wanted;
    const point = wanted.point ?? known.location;
    const decision = decidedElsewhere ? decisionOf(known.tills, settings.terminalGroupId) : null;
    return Object.assign({}, wanted, { point, decision });
  }
}
