import { Field, InputType, ObjectType, registerEnumType } from "type-graphql";

import { Weekday } from "../../domain/hours/branch-hours";
import { LONGEST } from "../../services/branches/settings/settings-limits";
import { Fulfilment } from "../orders/order-enums";
import { AtMost } from "../schema/at-most";

registerEnumType(Weekday, {
  name: "Weekday",
  description: "A day of the week.",
  valuesConfig: {
    MONDAY: { description: "Monday, the first day of the week." },
    TUESDAY: { description: "Tuesday, the second day of the week." },
    WEDNESDAY: { description: "Wednesday, the third day of the week." },
    THURSDAY: { description: "Thursday, the fourth day of the week." },
    FRIDAY: { description: "Friday, the fifth day of the week." },
    SATURDAY: { description: "Saturday, the sixth day of the week." },
    SUNDAY: { description: "Sunday, the last day of the week." },
  },
});

const DATE = "Day of the branch's calendar, for example 2026-12-31.";
const OPENS = "Time by the clock of the branch, for example 10:00.";
const CLOSES =
  "Time by the clock of the branch, up to 24:00. Not later than `opens` means on the day after: a period belongs to the day on which it begins.";

@ObjectType({
  simpleResolvers: true,
  description: "One period of every week in which a branch takes orders.",
})
export class WeekHours {
  @Field(() => Fulfilment, { description: "DELIVERY or PICKUP." })
  fulfilment!: Fulfilment;

  @Field(() => Weekday, { description: "The day on which the period begins." })
  day!: Weekday;

  @Field(() => String, { description: OPENS })
  opens!: string;

  @Field(() => String, { description: CLOSES })
  closes!: string;
}

@InputType({ description: "One period of every week in which a branch takes orders." })
export class WeekHoursInput {
  @Field(() => Fulfilment, { description: "DELIVERY or PICKUP." })
  fulfilment!: Fulfilment;

  @Field(() => Weekday, { description: "The day on which the period begins." })
  day!: Weekday;

  @AtMost({ characters: LONGEST.timeOfDay, asUserError: true })
  @Field(() => String, { description: OPENS })
  opens!: string;

  @AtMost({ characters: LONGEST.timeOfDay, asUserError: true })
  @Field(() => String, { description: CLOSES })
  closes!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "One period of a day that differs from the week, or that the day has none.",
})
export class DayHours {
  @Field(() => Fulfilment, { description: "DELIVERY or PICKUP." })
  fulfilment!: Fulfilment;

  @Field(() => String, { description: DATE })
  date!: string;

  @Field(() => String, { nullable: true, description: `${OPENS} null: closed on that day.` })
  opens!: string | null;

  @Field(() => String, { nullable: true, description: `${CLOSES} null: closed on that day.` })
  closes!: string | null;
}

@InputType({
  description: "One period of a day that differs from the week, or that the day has none.",
})
export class DayHoursInput {
  @Field(() => Fulfilment, { description: "DELIVERY or PICKUP." })
  fulfilment!: Fulfilment;

  @AtMost({ characters: LONGEST.date, asUserError: true })
  @Field(() => String, { description: DATE })
  date!: string;

  @AtMost({ characters: LONGEST.timeOfDay, asUserError: true })
  @Field(() => String, {
    nullable: true,
    description: `${OPENS} If omitted with \`closes\`, closed on that day.`,
  })
  opens?: string | null;

  @AtMost({ characters: LONGEST.timeOfDay, asUserError: true })
  @Field(() => String, {
    nullable: true,
    description: `${CLOSES} If omitted with \`opens\`, closed on that day.`,
  })
  closes?: string | null;
}
