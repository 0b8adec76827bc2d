import { registerEnumType } from "type-graphql";

import { WeekStart } from "../../domain/delivery/week-start";
import { ZoneSource } from "../../domain/delivery/zone-source";

registerEnumType(ZoneSource, {
  name: "DeliveryZoneSource",
  description: "Whose zones say where a branch delivers.",
  valuesConfig: {
    OWN: { description: "Those that were imported by importDeliveryZones." },
    POS: { description: "Those of the POS, which are read every ten minutes." },
    NONE: { description: "Nobody's: the branch delivers anywhere." },
  },
});

registerEnumType(WeekStart, {
  name: "WeekStart",
  description: "The first day of the week, as a POS counts.",
  valuesConfig: {
    MONDAY: { description: "The first day is a Monday." },
    SUNDAY: { description: "The first day is a Sunday." },
  },
});

export { WeekStart, ZoneSource };
