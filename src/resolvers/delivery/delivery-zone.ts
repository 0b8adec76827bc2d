import { Field, ID, InputType, Int, ObjectType } from "type-graphql";

import { type DeliveryZone as Zone } from "../../domain/delivery/delivery-zone";
import { type Kopecks } from "../../domain/money/money";
import { LONGEST_IMPORT } from "../../services/delivery/zone-limits";
import { AtMost } from "../schema/at-most";
import { Money, toMoney } from "../schema/money";

@ObjectType({
  simpleResolvers: true,
  description: "An area to which a branch delivers, and on which terms.",
})
export class DeliveryZone {
  @Field(() => String, {
    description:
      "Name of the zone. Several zones of a POS may share one, each with its terms for other times.",
  })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The area as a GeoJSON geometry (MultiPolygon) for a map; null if the zone is a list of streets, or is anywhere.",
  })
  area!: string | null;

  @Field(() => Int, { description: "Where zones overlap, the lowest number decides." })
  priority!: number;

  @Field(() => Money, {
    nullable: true,
    description: "Delivery fee of the zone; null means the fee of the branch.",
  })
  fee!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description:
      "Delivery is free from this sum of dishes, before discounts; null means never, or as the branch says if the zone has no fee of its own.",
  })
  freeFrom!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: "Least sum of dishes, before discounts; null if there is no minimum.",
  })
  minimumSum!: Money | null;

  @Field(() => Int, {
    nullable: true,
    description: "How many minutes an order usually takes; null if nobody said.",
  })
  minutes!: number | null;
}

@InputType({ description: "The delivery zones of a branch, drawn on a map." })
export class ImportDeliveryZonesInput {
  @Field(() => ID, { description: "The branch that delivers there: Branch.id." })
  branchId!: string;

  @AtMost({ characters: LONGEST_IMPORT, asUserError: true })
  @Field(() => String, {
    description:
      "A GeoJSON FeatureCollection. Each Polygon or MultiPolygon is a zone; its properties are name, fee, freeFrom, minimumSum (amounts), minutes and priority (whole numbers), of which only the name is required.",
  })
  geoJson!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Whether zones with other names stay, so that many zones can be imported in several calls. An empty collection without it removes all zones.",
  })
  keepOthers!: boolean;
}

export function toDeliveryZone(zone: Zone, currencyCode: string): DeliveryZone {
  const { name, polygons, priority, minutes } = zone;
  const money = (sum: Kopecks | null) => (sum === null ? null : toMoney(sum, currencyCode));
  const area = { type: "MultiPolygon", coordinates: polygons };
  return {
    name,
    area: polygons.length === 0 ? null : JSON.stringify(area),
    priority,
    minutes,
    fee: money(zone.fee),
    freeFrom: money(zone.freeFrom),
    minimumSum: money(zone.minimumSum),
  };
}
