/** An amount in hundredths of the currency's main unit: an integer, never a fraction. */
export type Kopecks = number;

/** A quantity in thousandths: 1 portion is 1000. */
export type Thousandths = number;

const DECIMAL = /^(-?)(\d{1,12})(?:\.(\d{1,3}))?$/;

/**
 * Reads "449.90" as 44990; returns undefined when the text is not an amount with at most two
 * decimals.
 */
export function parseKopecks(text: string): Kopecks | undefined {
  const thousandths = parseThousandths(text);
  return thousandths === undefined || thousandths % 10 !== 0 ? undefined : thousandths / 10;
}

/** Formats 44990 as "449.90". */
export function formatKopecks(amount: Kopecks): string {
  const sign = amount < 0 ? "-" : "";
  const digits = String(Math.abs(amount)).padStart(3, "0");
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Reads "1.5" as 1500; returns undefined when the text is not a number with at most three decimals.
 */
export function parseThousandths(text: string): Thousandths | undefined {
  const match = DECIMAL.exec(text);
  if (!match) return undefined;
  const [, sign, whole, fraction = ""] = match;
  const value = Number(whole) * 1000 + Number(fraction.padEnd(3, "0"));
  return sign ? -value : value;
}

/** Formats 1500 as "1.5" and 1000 as "1". */
export function formatThousandths(quantity: Thousandths): string {
  const sign = quantity < 0 ? "-" : "";
  const whole = Math.floor(Math.abs(quantity) / 1000);
  const fraction = String(Math.abs(quantity) % 1000)
    .padStart(3, "0")
    .replace(/(?<!0)0+$/, "");
  return fraction ? `${sign}${whole}.${fraction}` : `${sign}${whole}`;
}

/**
 * The only rounding rule: a fraction is rounded to the nearest step of the currency, with half a
 * step rounded up, away from zero. A whole number of portions is never rounded: its price is the
 * POS's own, even where that is finer than the step.
 *
 * @param step the currency's smallest amount
 */
export function multiply(amount: Kopecks, quantity: Thousandths, step: Kopecks): Kopecks {
  if (quantity % 1000 === 0) return amount * (quantity / 1000);
  const product = amount * quantity;
  const rounded = Math.floor((Math.abs(product) + 500 * step) / (1000 * step)) * step;
  return product < 0 && rounded > 0 ? -rounded : rounded;
}

/** Multiplies an amount per unit by a quantity: 2 of 1.5 portions are 3. */
export function times(each: Thousandths, quantity: Thousandths): Thousandths {
  return multiply(each, quantity, 1);
}
