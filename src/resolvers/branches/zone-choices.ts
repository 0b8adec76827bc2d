import { registerEnumType } from "type-graphql";

import { StreetUse } from "../../domain/delivery/street-use";
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

registerEnumType(StreetUse, {
  name: "DeliveryStreets",
  description: "What the streets that a POS knows are to orders.",
  valuesConfig: {
    NONE: { description: "Nothing: they are not read." },
    OFFERED: { description: "Query.streets finds them; orders for other streets are taken too." },
    REQUIRED: {
      description: "An order for a street that the POS does not know is refused: STREET_UNKNOWN.",
    },
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

export { StreetUse, WeekStart, ZoneSource };
