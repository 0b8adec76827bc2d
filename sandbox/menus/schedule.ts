import { type Category, type Organization } from "../restaurant/model";
import { stableId } from "../restaurant/stable-id";

/** How the external menus describe a category's hours. */
export function categorySchedule({ id, name, hours }: Category) {
  return {
    scheduleId: scheduleId({ id, hours }),
    scheduleName: hours.length === 0 ? null : name,
    schedules: hours.map(({ begin, end, days }) => ({ begin, end, daysOfWeek: days })),
  };
}

/** The id by which the standalone menu's categories refer to a schedule; null means always sold. */
export function scheduleId({ id, hours }: Pick<Category, "id" | "hours">): string | null {
  return hours.length === 0 ? null : stableId("schedule", id);
}

/** The schedules of the standalone menu; one without days applies every day. */
export function rootSchedules(categories: readonly Category[]) {
  return categories
    .filter(({ hours }) => hours.length > 0)
    .map((category) => ({
      id: scheduleId(category),
      name: category.name,
      periods: category.hours.map(({ begin, end, days }) => ({
        from: `${begin}:00`,
        to: `${end}:00`,
        weekDays: days.length === 0 ? null : days,
      })),
    }));
}

/** The hours of an external menu for each organization that it is published for. */
export function menuIntervals(
  menuHours: readonly { begin: string; end: string }[],
  organizationIds: readonly Organization["id"][],
) {
  return organizationIds.flatMap((organizationId) =>
    menuHours.map(({ begin, end }) => ({ organizationId, fromTime: begin, toTime: end })),
  );
}
