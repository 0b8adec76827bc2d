import { keyOf } from "./typed-text";

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const DEGREES = String.raw`([+-]?\d{1,3}(?:\.\d{1,12})?)°?`;
const POINT = new RegExp(`^${DEGREES}[,; ] ?${DEGREES}$`);

/**
 * A point as maps copy it, "57.6261, 39.8845": degrees north, then degrees east. null: it is none.
 */
export function pointOf(written: string): Point | null {
  const [, north, east] = POINT.exec(keyOf(written)) ?? [];
  if (north === undefined || east === undefined) return null;
  const [latitude, longitude] = [Number(north), Number(east)];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

/** The one spelling of a point; a ten millionth of a degree is a centimetre. */
export function pointText({ latitude, longitude }: Point): string {
  return [latitude, longitude].map(degreesText).join(", ");
}

/** Never with an exponent, which nobody reads. */
function degreesText(degrees: number): string {
  const text = degrees.toFixed(7).replace(/\.?0+$/, "");
  return text === "-0" ? "0" : text;
}
