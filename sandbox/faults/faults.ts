import {
  type AnswerFault,
  type CreationFault,
  type Fault,
  isAnswerFault,
  isCreationFault,
  isWebHookFault,
  type PlannedFault,
  type WebHookFault,
} from "./fault";

interface Planned {
  path: string | undefined;
  organizationId: string | undefined;
  /** null means until it is cleared. */
  strikesLeft: number | null;
  struck: number;
  fault: Fault;
}

/**
 * Faults waiting for their call, oldest first. Each strike uses one up; faults of different groups
 * do not wait for one another.
 */
export class Faults {
  private planned: Planned[] = [];

  plan({ path, organizationId, times = 1, fault }: PlannedFault): void {
    this.planned.push({
      path,
      organizationId,
      strikesLeft: times === 0 ? null : times,
      struck: 0,
      fault,
    });
  }

  list(): readonly Planned[] {
    return this.planned;
  }

  clear(): void {
    this.planned = [];
  }

  /** `path` is an API path, `smtp`, `telegram` or `vk`. */
  strikeAnswer(path: string, organizationIds: readonly string[] = []): AnswerFault | undefined {
    return this.strike(isAnswerFault, (planned) => {
      if (planned.organizationId !== undefined && !organizationIds.includes(planned.organizationId))
        return false;
      return planned.path === path || (!planned.path && path.startsWith("/api/"));
    });
  }

  strikeCreation(): CreationFault | undefined {
    return this.strike(isCreationFault, () => true);
  }

  strikeWebHook(): WebHookFault | undefined {
    return this.strike(isWebHookFault, () => true);
  }

  private strike<Kind extends Fault>(
    isKind: (fault: Fault) => fault is Kind,
    concerns: (planned: Planned) => boolean,
  ): Kind | undefined {
    for (const planned of this.planned) {
      if (!isKind(planned.fault) || !concerns(planned)) continue;
      planned.struck += 1;
      if (planned.strikesLeft !== null) planned.strikesLeft -= 1;
      this.planned = this.planned.filter((other) => other.strikesLeft !== 0);
      return planned.fault;
    }
    return undefined;
  }
}
