import { type ShapeFault } from "../../domain/delivery/zone-shape";
import { inputError } from "../../domain/errors/input-errors";
import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { type Text } from "../../domain/texts/locale";
import { MOST } from "./zone-limits";

const FIELD = "geoJson";

/** @param at path below the imported text, such as "features.3.geometry"; empty for all of it */
export function unfit(at: string, ru: string, en: string): UserError {
  return inputError(UserErrorCode.INVALID, at === "" ? FIELD : `${FIELD}.${at}`, ru, en);
}

export function noGeoJson(): UserError {
  const ru = "Нужен GeoJSON вида FeatureCollection";
  return unfit("", ru, "GeoJSON is expected: a FeatureCollection");
}

export function noPolygon(at: string): UserError {
  const ru = "Зона задаётся фигурой Polygon или MultiPolygon с парами [долгота, широта]";
  const en = "A zone is a Polygon or a MultiPolygon of pairs [longitude, latitude]";
  return unfit(at, ru, en);
}

const FAULTS: Readonly<Record<ShapeFault, Text>> = {
  EMPTY: {
    ru: "Контур ничего не охватывает: нужны хотя бы три угла не на одной прямой",
    en: "A ring encloses nothing: it needs three corners that are not in one line",
  },
  OFF_THE_GLOBE: {
    ru: "Долгота от −180 до 180, широта от −90 до 90, долгота идёт первой",
    en: "Longitude is −180 to 180, latitude −90 to 90, and longitude comes first",
  },
  TOO_WIDE: {
    ru: "Контур шире половины земного шара: разрежьте его по 180-му меридиану",
    en: "The polygon is wider than half of the globe: cut it at the 180th meridian",
  },
  CROSSES_ITSELF: {
    ru: "Контур пересекает сам себя",
    en: "The polygon crosses itself",
  },
};

export function misshapen(at: string, fault: ShapeFault): UserError {
  return unfit(at, FAULTS[fault].ru, FAULTS[fault].en);
}

export function nameTwice(at: string): UserError {
  return unfit(at, "Зона с таким названием уже есть", "Another zone has this name");
}

export function tooMany(at: string, what: keyof typeof MOST): UserError {
  const { ru, en } = OF_WHAT[what];
  return unfit(at, `${ru}: не больше ${MOST[what]}`, `At most ${MOST[what]} ${en}`);
}

const OF_WHAT: Readonly<Record<keyof typeof MOST, Text>> = {
  zones: { ru: "Зон у филиала", en: "zones of a branch" },
  polygons: { ru: "Контуров у зоны", en: "polygons of a zone" },
  positions: { ru: "Точек в контуре", en: "corners of a ring" },
  allPositions: { ru: "Точек во всех зонах филиала", en: "corners in all zones of a branch" },
  userErrors: { ru: "Ошибок", en: "errors" },
};
