import { type Place, wantsPoint } from "../../domain/delivery/judge-place";
import { decisionOf, type WantedPlace } from "../../domain/delivery/pos-address";
import { type BranchSettings } from "../../entities/branches/branch-settings";
import { type AddressQuestions } from "../../ports/address-questions";
import { type ZonesOfBranch } from "./kept-zones";
import { type LocateAddress } from "./locate-address";

interface By extends ZonesOfBranch {
  /** null if the branch has no settings, and thus no POS. */
  readonly settings: BranchSettings | null;
}

/**
 * Completes what is known about an order's destination so that a branch's zones can be applied to
 * it.
 */
export class FindPlace {
  constructor(private readonly locateAddress: Pick<LocateAddress, "execute">) {}

  /**
   * Runs no query when the zones can already be determined, unless the POS decides about the place.
   *
   * @param questions null if the POS is not asked and only what is known of the address counts
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
