import { keyOf } from "./typed-text";

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const POINT = /^([+-]?\d{1,3}(?:\.\d{1,12})?)°?[,; ] ?([+-]?\d{1,3}(?:\.\d{1,12})?)°?$/;
/** A millionth of a degree is the width of a hand, and is written without an exponent. */
const DIGITS = 6;

/**
 * A point as maps copy it, "57.6261, 39.8845": degrees north, then degrees east. null: it is none.
 */
export function pointOf(written: string): Point | null {
  const [, north, east] = POINT.exec(keyOf(written)) ?? [];
  if (north === undefined || east === undefined) return null;
  const [latitude, longitude] = [Number(north), Number(east)];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

/** The one spelling of a point. */
export function pointText({ latitude, longitude }: Point): string {
  return [latitude, longitude].map((degrees) => Number(degrees.toFixed(DIGITS))).join(", ");
}
