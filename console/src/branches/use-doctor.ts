import { useCallback, useEffect, useRef, useState } from "react";

import { type GatewayFailure, toFailure } from "../gateway/gateway-failure";
import { useSession } from "../session/session";
import { type Check, Doctor, type DoctorAnswer } from "./operations";

type Health = NonNullable<DoctorAnswer["branch"]>["health"];

export interface DoctorVisit {
  /** undefined until they have been checked. */
  readonly checks: readonly Check[] | undefined;
  readonly health: Health | undefined;
  readonly at: string | undefined;
  readonly isLooking: boolean;
  readonly failure: GatewayFailure | undefined;
  readonly look: () => void;
  /** Adopts what another check has just found. */
  readonly take: (checks: readonly Check[]) => void;
}

/**
 * Checks a branch's connection, which takes about ten calls to the POS each time.
 *
 * @param isWanted checks without being asked, too
 * @param mayBegin false while something else uses the calls that the POS allows the key
 */
export function useDoctor(branchId: string, isWanted: boolean, mayBegin = true): DoctorVisit {
  const { gateway } = useSession();
  const [health, setHealth] = useState<Health>();
  const [checks, setChecks] = useState<readonly Check[]>();
  const [at, setAt] = useState<string>();
  const [isLooking, setIsLooking] = useState(false);
  const [failure, setFailure] = useState<GatewayFailure>();
  const turn = useRef(0);
  const take = useCallback((found: readonly Check[]) => {
    turn.current += 1;
    setChecks(found);
    setAt(new Date().toISOString());
    setIsLooking(false);
  }, []);
  const look = useCallback(() => {
    const mine = ++turn.current;
    setIsLooking(true);
    setFailure(undefined);
    gateway
      .ask(Doctor, { branchId })
      .then(({ branch }) => {
        if (mine !== turn.current || branch === null) return;
        setHealth(branch.health);
        take(branch.health.checks);
      })
      .catch((error: unknown) => mine === turn.current && setFailure(toFailure(error)))
      .finally(() => mine === turn.current && setIsLooking(false));
  }, [gateway, branchId, take]);
  const [hasBegun, setHasBegun] = useState(mayBegin);
  useEffect(() => setHasBegun((before) => before || mayBegin), [mayBegin]);
  useEffect(() => {
    if (isWanted && hasBegun) look();
  }, [isWanted, hasBegun, look]);
  const isToCome = isWanted && !hasBegun && turn.current === 0;
  return { checks, health, at, isLooking: isLooking || isToCome, failure, look, take };
}

/**
 * Whether something needs fixing or attention; a check that could not run is neither good nor bad.
 */
export function isWrong({ state }: Check): boolean {
  return state === "FAILED" || state === "WARNING";
}
