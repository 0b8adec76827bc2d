import { type Place, type ReadyZones, wantsPoint } from "../../domain/delivery/judge-place";
import { type WantedPlace } from "../../domain/delivery/pos-address";
import { type BranchSettings } from "../../entities/branches/branch-settings";
import { type AddressQuestions } from "../../ports/address-questions";
import { type LocateAddress } from "./locate-address";

interface By {
  /** null: the branch has none, and no POS. */
  readonly settings: BranchSettings | null;
  readonly zones: ReadyZones;
}

/** Completes what is known of where an order goes, for the zones of a branch to judge it. */
export class FindPlace {
  constructor(private readonly locateAddress: Pick<LocateAddress, "execute">) {}

  /**
   * What zones can be told by already costs no statement.
   *
   * @param questions null: the POS is not asked, and what is known of the address counts
   */
  async execute(
    wanted: WantedPlace,
    { settings, zones }: By,
    questions: AddressQuestions | null,
  ): Promise<Place> {
    if (!settings || !wantsPoint(zones, wanted)) return wanted;
    const known = await this.locateAddress.execute(settings, wanted, questions);
    return known?.location ? Object.assign({}, wanted, { point: known.location }) : wanted;
  }
}
