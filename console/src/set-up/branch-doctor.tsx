import { useEffect, useState } from "react";
import { useAnswer } from "../gateway/use-answer";
import { useLanguage, useWords } from "../language/language";
import { FaultNote } from "../parts/fault-note";
import { Check } from "./check";
import { Doctor, type DoctorAnswer, type SetUpBranchesAnswer } from "./operations";

type Branch = SetUpBranchesAnswer["branches"]["nodes"][number];
type Checks = NonNullable<DoctorAnswer["branch"]>["health"]["checks"];

/**
 * One branch. The doctor comes when called: a visit costs about ten calls of the key's budget.
 * @param atOnce unasked
 */
export function BranchDoctor({ branch, atOnce }: { branch: Branch; atOnce: boolean }) {
  const { setUp } = useWords();
  const [isCalled, setIsCalled] = useState(atOnce);
  const { answer, fault, isAsking, ask } = useAnswer(
    Doctor,
    isCalled ? { branchId: branch.id } : null,
  );
  const { pos, credential } = branch.settings;
  return (
    <li className="card" aria-busy={isAsking}>
      <div className="row">
        <h2>{branch.name}</h2>
        <button
          type="button"
          disabled={isAsking}
          onClick={isCalled ? ask : () => setIsCalled(true)}
        >
          {isAsking ? setUp.checking : setUp.check}
        </button>
      </div>
      <p>
        {pos} {credential && `· ${setUp.key} ${credential.masked}`}
        {!branch.acceptingDelivery && ` · ${setUp.noDelivery}`}
        {!branch.acceptingPickup && ` · ${setUp.noPickup}`}
      </p>
      <FaultNote fault={fault} />
      {answer?.branch && <Findings checks={answer.branch.health.checks} />}
    </li>
  );
}

function Findings({ checks }: { checks: Checks }) {
  const { setUp } = useWords();
  const checkedAt = useCheckedAt(checks);
  const failed = checks.filter(({ state }) => state !== "OK").length;
  // Nothing found of nothing checked is no good news.
  const isWell = failed === 0 && checks.length > 0;
  return (
    <>
      <p className={`note ${isWell ? "good" : "bad"}`} role="status">
        {isWell ? setUp.allWell : setUp.notWell(failed)} <small>{checkedAt}</small>
      </p>
      <ul className="checks">
        {checks.map((check) => (
          <Check key={check.code} check={check} />
        ))}
      </ul>
    </>
  );
}

/** When these checks came, as a time of day. */
function useCheckedAt(checks: Checks): string {
  const { language } = useLanguage();
  const [at, setAt] = useState(() => new Date());
  useEffect(() => setAt(new Date()), [checks]);
  return at.toLocaleTimeString(language);
}
