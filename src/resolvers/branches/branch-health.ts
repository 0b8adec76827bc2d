import { Field, Int, ObjectType, registerEnumType } from "type-graphql";

import { type Locale } from "../../domain/texts/locale";
import { type BranchHealth as Findings } from "../../services/branches/doctor/check-branch";
import { CheckState, type HealthCheck as Check } from "../../services/branches/doctor/health-check";
import { DateTime } from "../schema/scalars";

registerEnumType(CheckState, {
  name: "CheckState",
  description: "Result of a check by the connection doctor.",
  valuesConfig: {
    OK: { description: "Everything is as it should be." },
    WARNING: { description: "It works, but something needs attention." },
    FAILED: { description: "Something is broken; `fix` says how to fix it." },
    NOT_CHECKED: {
      description:
        "The check could not be made, because the POS did not answer or an earlier check failed.",
    },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: "One check of the connection doctor. Its texts follow Accept-Language.",
})
export class HealthCheck {
  @Field(() => String, {
    description:
      "Code of the check: KEY_WORKS, ORGANIZATION_VISIBLE and so on. Every check is always present.",
  })
  code!: string;

  @Field(() => Boolean, { description: "Whether `state` is OK." })
  ok!: boolean;

  @Field(() => CheckState, { description: "Result of the check." })
  state!: CheckState;

  @Field(() => String, { description: "The finding in one sentence." })
  message!: string;

  @Field(() => String, {
    nullable: true,
    description: "What to do, step by step; null if there is nothing to do.",
  })
  fix!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "The state of a branch's connection to its POS, checked now.",
})
export class BranchHealth {
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the terminal group is online; null if that could not be determined.",
  })
  terminalGroupAlive!: boolean | null;

  @Field(() => Boolean, {
    description:
      "Whether a web hook is registered in the POS, whether ours or that of another system.",
  })
  webhookRegistered!: boolean;

  @Field(() => Boolean, { description: "Whether the registered web hook is the gateway's own." })
  webhookMatches!: boolean;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the POS last sent a web hook, accurate to 10 s.",
  })
  lastWebhookAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the POS was last polled for changes, accurate to 10 s.",
  })
  lastPollAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: "Seconds since the POS menu was last refreshed; null if it never was.",
  })
  menuAgeSeconds!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Seconds since the POS last confirmed the stop list; null if it never did.",
  })
  stopListAgeSeconds!: number | null;

  @Field(() => [HealthCheck], {
    description: "All checks of the connection doctor, always in the same order.",
  })
  checks!: HealthCheck[];
}

export function toBranchHealth({ checks, ...rest }: Findings, locale: Locale): BranchHealth {
  return { ...rest, checks: toHealthChecks(checks, locale) };
}

export function toHealthChecks(checks: readonly Check[], locale: Locale): HealthCheck[] {
  return checks.map(({ code, state, message, fix }) => ({
    code,
    state,
    ok: state === CheckState.OK,
    message: message[locale],
    fix: fix && fix[locale],
  }));
}
