import { type City, type Street } from "./model";
import { stableId } from "./stable-id";

/**
 * Names as tills have them: the street type comes before or after, long or abbreviated, with ё or
 * е.
 */
const YAROSLAVL = `Печная ул|Жаровая ул|Ленина пр-т|Ленина ул|Ленинградский пр-т|Большая Октябрьская ул|
  Большая Полянка ул|Мало-Московская ул|1-я Приволжская ул|2-я Приволжская ул|Королёва ул|ул. Зелёная|
  Свободы ул|Советская пл|Советская ул|Первомайский б-р|Волжская наб|Которосльная набережная|Тутаевское ш|
  Суздальское шоссе|Победы ул|Республиканская ул|Собинова ул|Чайковского ул|Некрасова ул|Пушкина ул|
  Угличская ул|Рыбинская ул|Московский проспект|Толбухина пр-т|Машиностроителей пр-т|Труфанова ул|
  Урицкого ул|Громова ул|Панина ул|Школьный проезд|Школьная ул|Дачный пер|Солнечный переулок|Мира ул`;
const EKATERINBURG = `Жаровая ул|Малышева ул|Ленина пр-кт|Луначарского ул|8 Марта ул|Вайнера ул|
  Белинского ул|Куйбышева ул|Мамина-Сибиряка ул|Первомайская ул|Космонавтов пр-кт|Сибирский тракт`;

type Location = NonNullable<Street["location"]>;

const CENTRE: Readonly<Record<string, Location>> = {
  Ярославль: { latitude: 57.626, longitude: 39.873 },
  Екатеринбург: { latitude: 56.838, longitude: 60.605 },
};
/**
 * Offset from one street to the next: a city's first streets are in its centre, the last ones far
 * out.
 */
const STEP = { latitude: 0.0012, longitude: 0.002 };

/** The address books of the two restaurants; one city and one street of the first are deleted. */
export function demoCities(): Record<string, City[]> {
  return {
    [stableId("organization", "Ярославль")]: [
      city("Ярославль", YAROSLAVL, "Забытая ул"),
      { ...city("Старый город", "Ленина ул"), isDeleted: true },
    ],
    [stableId("organization", "Екатеринбург")]: [city("Екатеринбург", EKATERINBURG)],
  };
}

function city(name: string, streets: string, ...deleted: string[]): City {
  const names = streets.split("|").map((each, place) => {
    return { name: each.trim(), location: locationOf(name, place) };
  });
  const gone = deleted.map((each) => ({ name: each, isDeleted: true }));
  return cityOf({ name, streets: [...names, ...gone] });
}

function locationOf(name: string, place: number): Location | undefined {
  const centre = CENTRE[name];
  return (
    centre && {
      latitude: Number((centre.latitude + place * STEP.latitude).toFixed(4)),
      longitude: Number((centre.longitude + place * STEP.longitude).toFixed(4)),
    }
  );
}

/** The source data of a city: its names, which of them were deleted, and where its streets are. */
export interface WrittenCity {
  readonly name: string;
  readonly isDeleted?: boolean | undefined;
  readonly streets: readonly {
    readonly name: string;
    readonly isDeleted?: boolean | undefined;
    readonly location?: Location | undefined;
  }[];
}

/** The same with ids, which are derived from the names. */
export function cityOf({ name, isDeleted = false, streets }: WrittenCity): City {
  return {
    id: stableId("city", name),
    name,
    isDeleted,
    streets: streets.map((street) => ({
      id: stableId("street", `${name} ${street.name}`),
      name: street.name,
      isDeleted: street.isDeleted ?? false,
      location: street.location ?? null,
    })),
  };
}
