import { useWords } from "../../language/language";
import { Banner } from "../../parts/banner";
import { RoomLink } from "../../routing/room-link";
import { DoctorCard } from "../doctor-card";
import { useLists } from "../form/dictionaries";
import { type Branch } from "../form/setting-value";
import { isWrong, useDoctor } from "../use-doctor";

/** The last step: is everything green? */
export function DoctorStep({ branch }: { branch: Branch }) {
  const { wizard: words } = useWords().branches;
  const { areKnown } = useLists();
  const visit = useDoctor(branch.id, true, areKnown);
  const isWell = visit.checks?.some(isWrong) === false;
  return (
    <div className="stack wizard">
      {isWell && (
        <Banner tone="green" icon="check" lead={words.ready}>
          {words.readyWhat}
        </Banner>
      )}
      <DoctorCard branchId={branch.id} tab="set-up" visit={visit} />
      <div className="card save-bar">
        <RoomLink className="btn quiet" to="branches" rest={[branch.id, "set-up", "messages"]}>
          {words.back}
        </RoomLink>
        <span className="row end">
          <RoomLink className="btn" to="catalogue" filters={{ of: branch.id }}>
            {words.toCatalogue}
          </RoomLink>
          <RoomLink
            className={isWell ? "btn main-act" : "btn"}
            to="branches"
            rest={[branch.id, "connection"]}
          >
            {words.openBranch}
          </RoomLink>
        </span>
      </div>
    </div>
  );
}
