import { Field, Int, ObjectType, registerEnumType } from "type-graphql";

import { type Locale } from "../../domain/texts/locale";
import { type BranchHealth as Findings } from "../../services/branches/doctor/check-branch";
import { DateTime } from "../schema/scalars";
import { CheckState, type HealthCheck as Check } from "../../services/branches/doctor/health-check";

registerEnumType(CheckState, {
  name: "CheckState",
  description: "How a look of the connection doctor came out.",
  valuesConfig: {
    OK: { description: "It is as it should be." },
    WARNING: { description: "It works, and something should be looked at all the same." },
    FAILED: { description: "It is broken: `fix` says what mends it." },
    NOT_CHECKED: {
      description:
        "Nobody could look, as the POS did not answer or an earlier check failed. It says nothing about the thing itself.",
    },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: "One look of the connection doctor. The texts follow Accept-Language.",
})
export class HealthCheck {
  @Field(() => String, {
    description: "KEY_WORKS, ORGANIZATION_VISIBLE, …: every check is there every time.",
  })
  code!: string;

  @Field(() => Boolean, { description: "state is OK." })
  ok!: boolean;

  @Field(() => CheckState, { description: "How it stands." })
  state!: CheckState;

  @Field(() => String, { description: "What was found, in one sentence." })
  message!: string;

  @Field(() => String, {
    nullable: true,
    description: "What to do, step by step; null where there is nothing to do.",
  })
  fix!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "A branch's connection, looked at now." })
export class BranchHealth {
  @Field(() => Boolean, { nullable: true, description: "null: nobody could tell." })
  terminalGroupAlive!: boolean | null;

  @Field(() => Boolean, {
    description: "The POS was seen to have a web hook, ours or another system's.",
  })
  webhookRegistered!: boolean;

  @Field(() => Boolean, { description: "The POS was seen to have ours." })
  webhookMatches!: boolean;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the POS last told of a change by itself, within 10 s.",
  })
  lastWebhookAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the POS was last asked for changes, within 10 s.",
  })
  lastPollAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: "Since the POS's menu was last refreshed; null: it never was.",
  })
  menuAgeSeconds!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Since the POS last confirmed the stop list; null: it never did.",
  })
  stopListAgeSeconds!: number | null;

  @Field(() => [HealthCheck], {
    description: "What the connection doctor has looked at, always in the same order.",
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
