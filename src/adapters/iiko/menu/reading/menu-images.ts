import { storableText } from "../../../../domain/texts/storable-text";
import { isFields } from "./menu-reading";

const LONGEST_ADDRESS = 2_048;

/**
 * Returns the distinct web addresses among `values`; an image is an address or an object that
 * contains one.
 */
export function readImageUrls(values: readonly unknown[]): string[] {
  const urls = values.map((value) => (isFields(value) ? value.url : value));
  return [...new Set(urls.filter(isWebAddress).map((url) => storableText(url.trim())))];
}

function isWebAddress(value: unknown): value is string {
  return (
    typeof value === "string" &&
    value.length <= LONGEST_ADDRESS &&
    /^https?:\/\//i.test(value.trim())
  );
}
